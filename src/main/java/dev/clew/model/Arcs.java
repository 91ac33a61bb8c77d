package dev.clew.model;

/**
 * The arcs that leave one node one way: what a path search scans, packed so that a scan touches one array. An arc is one
 * reading of one edge; arcs are in the order of the nodes they lead to.
 * Immutable.
 *
 * <p>Three cells an arc: the node at the other end, its traits (voices, relation, sign and flags, see {@link
 * #traits}), and the number of its reading ({@link LinkGraph.View#reading}), 0 where
 * nothing is stated. Readings are seen from the node the arcs leave: its own framing is the subject's.
 *
 * @param cells the cells; never changed once given out
 * @param start first cell
 * @param end after the last cell
 */
public record Arcs(int[] cells, int start, int end) {
    /** No arcs. */
    public static final Arcs NONE = new Arcs(new int[0], 0, 0);

    /** Cells an arc. */
    public static final int CELLS = 3;
    /** Voices are counted up to this. */
    public static final int VOICES = 255;
    /** Most relation types. */
    public static final int RELATIONS = 256;

    private static final int ACT = 1 << 18;
    private static final int BACKGROUND = 1 << 19;
    private static final int CONTESTED = 1 << 20;
    private static final Sign[] SIGNS = Sign.values();

    /** All the cells of one array. */
    public static Arcs of(int... cells) {
        return new Arcs(cells, 0, cells.length);
    }

    /**
     * Packs the traits of an arc that nothing speaks against.
     *
     * @param relation its relation type
     * @param place the place of the relation in {@link Relations#all()}, 0 to 255
     * @param sign the sign with more voices; kept where an influence or an act carries one
     * @param voicesFor independent voices; more than 255 count as 255
     * @param background whether it rests on facts alone
     */
    public static int traits(RelationType relation, int place, Sign sign, int voicesFor, boolean background) {
        boolean act = relation.relationClass() == RelationClass.ACT;
        boolean carries = sign.isDirected() && (act || relation.relationClass() == RelationClass.INFLUENCE);
        return Math.min(voicesFor, VOICES)
                | place << 8
                | (carries ? sign : Sign.UNKNOWN).ordinal() << 16
                | (act ? ACT : 0)
                | (background ? BACKGROUND : 0);
    }

    /** The traits of an arc for a reading, its relation being at this place. */
    public static int traits(Readings.Brief brief, int place) {
        int traits = traits(brief.relation(), place, brief.sign(), brief.voicesFor(), brief.background());
        return brief.contested() ? traits | CONTESTED : traits;
    }

    /** The voices in these traits. */
    public static int voices(int traits) {
        return traits & VOICES;
    }

    /** The relation in these traits. */
    public static int relation(int traits) {
        return traits >> 8 & 255;
    }

    /** The sign in these traits. */
    public static Sign sign(int traits) {
        return SIGNS[traits >> 16 & 3];
    }

    /** Whether these are the traits of an act. */
    public static boolean isAct(int traits) {
        return (traits & ACT) != 0;
    }

    /** Whether these are the traits of an arc that rests on facts alone. */
    public static boolean isBackground(int traits) {
        return (traits & BACKGROUND) != 0;
    }

    /** Whether these are the traits of an arc that something speaks against, in whatever meaning. */
    public static boolean isContested(int traits) {
        return (traits & CONTESTED) != 0;
    }

    /** The first cell of the arcs to a node, or where they would stand; found by halving. */
    public int first(int node) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cells[start + middle * CELLS] < node) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return start + low * CELLS;
    }

    /** How many arcs. */
    public int count() {
        return (end - start) / CELLS;
    }
}
