package dev.clew.search;

import dev.clew.model.ClaimFeature;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.SearchField;
import dev.clew.model.text.FieldValue;
import dev.clew.search.meaning.TextKey;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** Makes a document of a row and of what it draws on, and reads the row back from a stored document. */
final class Documents {
    private static final FieldType WORDS_TYPE = wordsType();

    private Documents() {}

    private static FieldType wordsType() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    static Document document(Row row, Names names) {
        Document document = new Document();
        String path = row.name().path();
        document.add(new StringField(Fields.NAME, path, Field.Store.YES));
        document.add(new SortedDocValuesField(Fields.NAME, new BytesRef(path)));
        store(document, row);
        long meaning = TextKey.of(row.meaning());
        document.add(new NumericDocValuesField(Fields.MEANING, meaning));
        document.add(new LongPoint(Fields.MEANING, meaning));
        addWords(document, row, names);
        addValues(document, row, names);
        row.features()
                .forEach(feature -> document.add(new StringField(Fields.FEATURE, term(feature), Field.Store.YES)));
        return document;
    }

    private static void store(Document document, Row row) {
        document.add(new StoredField(Fields.HEAD, row.head()));
        row.more().forEach(text -> document.add(new StoredField(Fields.MORE, text)));
        row.aliases().forEach(text -> document.add(new StoredField(Fields.ALIAS, text)));
        row.values().forEach(value -> document.add(new StoredField(Fields.OWN_VALUE, value.term())));
        document.add(new StoredField(Fields.LANGUAGE, row.language()));
        document.add(new StoredField(Fields.OWN_DAY, row.day()));
    }

    private static void addWords(Document document, Row row, Names names) {
        boolean claim = row.name().type() == RecordType.INSIGHT;
        addText(document, claim ? Fields.BODY : Fields.LABEL, Stream.of(row.head()));
        addText(document, Fields.BODY, row.more().stream());
        addText(document, Fields.NAMES, claim ? names.namesOf(row) : row.aliases().stream());
        OtherLanguages.field(row.language()).ifPresent(field -> {
            names.languageFields().add(field);
            row.callings().forEach(text -> document.add(new TextField(field, text, Field.Store.NO)));
        });
    }

    private static void addText(Document document, String field, Stream<String> texts) {
        texts.forEach(text -> {
            document.add(new TextField(field, text, Field.Store.NO));
            document.add(new Field(Fields.WORDS, text, WORDS_TYPE));
        });
    }

    private static void addValues(Document document, Row row, Names names) {
        int day = names.day(row);
        Set<String> terms = new LinkedHashSet<>();
        row.values().forEach(value -> terms.add(value.term()));
        names.podcast(row).ifPresent(podcast -> terms.add(new FieldValue(SearchField.PODCAST, podcast).term()));
        if (day > 0) {
            terms.add(new FieldValue(SearchField.YEAR, Integer.toString(day / 10_000)).term());
            document.add(new IntPoint(Fields.KNOWN_DAY, day));
        }
        document.add(new NumericDocValuesField(Fields.DAY, day));
        for (String term : terms) {
            document.add(new StringField(Fields.VALUE, term, Field.Store.NO));
            document.add(new SortedSetDocValuesField(Fields.VALUE, new BytesRef(term)));
        }
    }

    /** The one term that stands for a feature. */
    static String term(ClaimFeature feature) {
        return feature.kind().name() + " " + feature.value();
    }

    static ClaimFeature feature(String term) {
        int space = term.indexOf(' ');
        return new ClaimFeature(ClaimFeature.Kind.valueOf(term.substring(0, space)), term.substring(space + 1));
    }

    static Row row(Document stored) {
        RecordName name = RecordName.parse(stored.get(Fields.NAME)).orElseThrow();
        IndexableField day = stored.getField(Fields.OWN_DAY);
        return new Row(
                name,
                stored.get(Fields.HEAD),
                texts(stored, Fields.MORE),
                texts(stored, Fields.ALIAS),
                stored.get(Fields.LANGUAGE),
                texts(stored, Fields.OWN_VALUE).stream().map(FieldValue::parse).toList(),
                texts(stored, Fields.FEATURE).stream().map(Documents::feature).toList(),
                day.numericValue().intValue());
    }

    private static List<String> texts(Document stored, String field) {
        return Arrays.asList(stored.getValues(field));
    }
}
