package dev.clew.ontology;

import dev.clew.model.Link;
import dev.clew.model.RecordType;
import dev.clew.model.Scope;
import dev.clew.model.Sign;

/** A link as a node, with the plain triple beside it unless it is denied. */
final class LinkRdf {
    private LinkRdf() {}

    static void write(Link link, Statements out, Subject insight) {
        String subject = link.subject().entity();
        String object = link.object().entity();
        Subject node = out.part("link", link.identity())
                .type(Terms.LINK_CLASS)
                .entity(Terms.SUBJECT, subject)
                .add(Terms.RELATION_OF, Terms.relation(link.relation()))
                .entity(Terms.OBJECT, object)
                .text(Terms.SIGN, link.sign().symbol())
                .truth(Terms.DENIED, link.denied())
                .framing(Terms.SUBJECT_FRAMING, subject, link.subject().framing())
                .framing(Terms.OBJECT_FRAMING, object, link.object().framing())
                .entity(Terms.SCOPE_WHERE, link.scope().where())
                .text(Terms.SCOPE_PERIOD, link.scope().period())
                .text(Terms.SCOPE_CONDITION, link.scope().condition());
        insight.add(Terms.LINK, node.node());
        if (!link.denied()) {
            out.add(out.entity(subject), Terms.relation(link.relation()), out.entity(object));
        }
    }

    static Link read(Description node) {
        String subject = node.requiredId(Terms.SUBJECT, RecordType.ENTITY);
        String object = node.requiredId(Terms.OBJECT, RecordType.ENTITY);
        Scope scope = new Scope(
                node.id(Terms.SCOPE_WHERE, RecordType.ENTITY),
                node.text(Terms.SCOPE_PERIOD),
                node.text(Terms.SCOPE_CONDITION));
        return new Link(
                new Link.End(subject, node.framing(Terms.SUBJECT_FRAMING, subject)),
                node.relation(),
                new Link.End(object, node.framing(Terms.OBJECT_FRAMING, object)),
                new Link.Stance(sign(node), node.truth(Terms.DENIED)),
                scope);
    }

    private static Sign sign(Description node) {
        String symbol = node.requiredText(Terms.SIGN);
        return Sign.find(symbol)
                .orElseThrow(() -> node.refuse(Terms.SIGN, "must be +, - or 0: choose one", node.required(Terms.SIGN)));
    }
}
