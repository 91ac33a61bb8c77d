package dev.clew.search.meaning;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;

/** Lucene's own format with vectors of one byte a number; what it writes, Lucene reads without it. */
final class VectorCodec extends Lucene104Codec {
    private static final KnnVectorsFormat ONE_BYTE_A_NUMBER = new Lucene104HnswScalarQuantizedVectorsFormat();

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return ONE_BYTE_A_NUMBER;
    }
}
