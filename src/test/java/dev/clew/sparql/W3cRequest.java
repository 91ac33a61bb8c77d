package dev.clew.sparql;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** A request, or a response, as the tests of both protocols write it down. */
record W3cRequest(Resource resource) {
    private static final String HT = "http://www.w3.org/2011/http#";
    private static final String CNT = "http://www.w3.org/2011/content#";

    static Property ht(String name) {
        return ResourceFactory.createProperty(HT, name);
    }

    private static Property cnt(String name) {
        return ResourceFactory.createProperty(CNT, name);
    }

    String method() {
        return resource.getProperty(ht("methodName")).getString();
    }

    String path() {
        return resource.getProperty(ht("absolutePath")).getString();
    }

    /** Values by lower-case name. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        Resource list = resource.getPropertyResourceValue(ht("headers"));
        List<RDFNode> all = list == null ? List.of() : list.as(RDFList.class).asJavaList();
        all.forEach(each -> headers.put(
                each.asResource().getProperty(ht("fieldName")).getString().toLowerCase(Locale.ROOT),
                each.asResource().getProperty(ht("fieldValue")).getString()));
        return headers;
    }

    /** The bytes of its body; none when it has no body. */
    byte[] body() {
        Resource body = resource.getPropertyResourceValue(ht("body"));
        if (body == null) {
            return new byte[0];
        }
        Charset charset =
                Charset.forName(body.getProperty(cnt("characterEncoding")).getString());
        return body.getProperty(cnt("chars")).getString().getBytes(charset);
    }
}
