package dev.clew.graph;

import java.util.Arrays;

/** Nodes by number, in blocks, so that a new state shares with the old one every block that no change touched. Immutable. */
final class Nodes {
    private static final int BITS = 7;
    private static final int BLOCK = 1 << BITS;

    static final Nodes NONE = new Nodes(new Node[0][], 0);

    private final Node[][] blocks;
    private final int size;

    private Nodes(Node[][] blocks, int size) {
        this.blocks = blocks;
        this.size = size;
    }

    Node get(int number) {
        return blocks[number >> BITS][number & (BLOCK - 1)];
    }

    int size() {
        return size;
    }

    /** An editor that starts from these nodes and leaves them as they are. */
    Editor edit() {
        return new Editor(this);
    }

    /** Nodes in the making. Not thread-safe. */
    static final class Editor {
        private Node[][] blocks;
        private boolean[] own;
        private int size;

        private Editor(Nodes from) {
            blocks = from.blocks.clone();
            own = new boolean[blocks.length];
            size = from.size;
        }

        int size() {
            return size;
        }

        Node get(int number) {
            return blocks[number >> BITS][number & (BLOCK - 1)];
        }

        void add(Node node) {
            if (size >> BITS == blocks.length) {
                int capacity = Math.max(4, blocks.length * 2);
                blocks = Arrays.copyOf(blocks, capacity);
                own = Arrays.copyOf(own, capacity);
            }
            size++;
            set(size - 1, node);
        }

        void set(int number, Node node) {
            int block = number >> BITS;
            if (!own[block]) {
                blocks[block] = blocks[block] == null ? new Node[BLOCK] : blocks[block].clone();
                own[block] = true;
            }
            blocks[block][number & (BLOCK - 1)] = node;
        }

        Nodes done() {
            return new Nodes(blocks, size);
        }
    }
}
