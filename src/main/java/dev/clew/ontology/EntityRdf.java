package dev.clew.ontology;

import dev.clew.model.ClewException;
import dev.clew.model.Entity;
import dev.clew.model.EntityCodes;
import dev.clew.model.EntityKind;
import dev.clew.model.EntityNaming;
import dev.clew.model.Fact;
import dev.clew.model.Framing;
import dev.clew.model.RecordType;
import org.apache.jena.graph.Node;

/** An entity as triples and back. */
final class EntityRdf {
    private static final String FRAMING = "framing";

    private EntityRdf() {}

    static void write(Entity entity, Statements out) {
        Subject node = out.record().type(RecordClass.of(entity.kind()).node());
        EntityNaming naming = entity.naming();
        node.text(Terms.LABEL, naming.label(), naming.language())
                .text(Terms.DEFINITION, naming.definition(), naming.language())
                .source(Terms.REFERENCE, entity.source())
                .text(Terms.NOTE, entity.note());
        naming.aliases().forEach(alias -> node.text(Terms.ALT_LABEL, alias, naming.language()));
        writeCodes(entity.codes(), node);
        entity.framings().forEach(framing -> writeFraming(framing, naming.language(), out));
        entity.facts().forEach(fact -> writeFact(fact, out));
    }

    private static void writeCodes(EntityCodes codes, Subject node) {
        node.text(Terms.ISO_ALPHA_2, codes.isoAlpha2())
                .text(Terms.ISO_ALPHA_3, codes.isoAlpha3())
                .text(Terms.ISO_NUMERIC, codes.isoNumeric());
        codes.sameAs().forEach(address -> node.address(Terms.EXACT_MATCH, address));
    }

    private static void writeFraming(Framing framing, String language, Statements out) {
        Subject part = out.namedPart(FRAMING, framing.id())
                .type(Terms.FRAMING_CLASS)
                .text(Terms.LABEL, framing.label(), language)
                .text(Terms.DEFINITION, framing.definition(), language);
        out.record().add(Terms.FRAMING, part.node());
    }

    private static void writeFact(Fact fact, Statements out) {
        Node relation = Terms.relation(fact.relation());
        Node entity = out.record().node();
        Subject part = out.part("fact", fact.identity())
                .type(Terms.FACT_CLASS)
                .add(Terms.SUBJECT, entity)
                .add(Terms.RELATION_OF, relation)
                .entity(Terms.OBJECT, fact.object())
                .source(Terms.REFERENCE, fact.source())
                .text(Terms.FROM, fact.period().from())
                .text(Terms.UNTIL, fact.period().until());
        out.record().add(Terms.FACT, part.node());
        out.add(entity, relation, out.entity(fact.object()));
    }

    static Entity read(String id, Description node) {
        Description.Tagged label = node.requiredTagged(Terms.LABEL);
        EntityNaming naming = new EntityNaming(
                label.text(), label.language(), node.allTagged(Terms.ALT_LABEL), node.tagged(Terms.DEFINITION));
        EntityCodes codes = new EntityCodes(
                node.text(Terms.ISO_ALPHA_2),
                node.text(Terms.ISO_ALPHA_3),
                node.text(Terms.ISO_NUMERIC),
                node.addresses(Terms.EXACT_MATCH));
        return new Entity(
                id,
                kind(node),
                naming,
                codes,
                node.parts(Terms.FRAMING).stream().map(EntityRdf::readFraming).toList(),
                node.parts(Terms.FACT).stream().map(EntityRdf::readFact).toList(),
                node.requiredId(Terms.REFERENCE, RecordType.SOURCE),
                node.text(Terms.NOTE));
    }

    private static EntityKind kind(Description node) {
        Node type = node.type();
        return RecordClass.find(type)
                .filter(found -> found.type() == RecordType.ENTITY && found != RecordClass.REDIRECT)
                .map(found -> EntityKind.valueOf(found.name()))
                .orElseThrow(() -> node.refuse(Terms.TYPE, "must be a kind of entity, such as clew:Nation", type));
    }

    private static Framing readFraming(Description part) {
        String prefix = part.descriptions().record().node().getURI() + "#" + FRAMING + "-";
        String address = part.node().getURI();
        if (!address.startsWith(prefix)) {
            throw ClewException.invalid(part.path(), "must have the address " + prefix + "ID: correct it", address);
        }
        return new Framing(
                address.substring(prefix.length()),
                part.requiredTagged(Terms.LABEL).text(),
                part.requiredTagged(Terms.DEFINITION).text());
    }

    private static Fact readFact(Description part) {
        return new Fact(
                part.relation(),
                part.requiredId(Terms.OBJECT, RecordType.ENTITY),
                part.requiredId(Terms.REFERENCE, RecordType.SOURCE),
                new Fact.Period(part.text(Terms.FROM), part.text(Terms.UNTIL)));
    }
}
