package dev.smelt.bridge;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a library exports and imports, by the tables that macOS goes by ({@code mach-o/fixup-chains.h}). */
final class Symbols {
    private static final int WITHOUT_ADDENDS = 1;

    private Symbols() {}

    /**
     * A symbol that is needed.
     *
     * @param library where macOS looks for it: an install name
     */
    record Import(String library, String name) {}

    static SortedSet<String> exports(MachO file) {
        SortedSet<String> names = new TreeSet<>();
        if (file.exportsTrie().length() > 0) {
            collect(file.at(file.exportsTrie()), 0, "", names);
        }
        return names;
    }

    /** A node: the length of what is said of its name, which is 0 if it is none; then its children. */
    private static void collect(ByteBuffer trie, int node, String prefix, SortedSet<String> names) {
        trie.position(node);
        int information = (int) uleb(trie);
        int children = trie.position() + information;
        if (information > 0) {
            names.add(prefix);
        }
        int count = trie.get(children) & 0xff;
        int at = children + 1;
        for (int i = 0; i < count; i++) {
            String edge = MachO.text(trie, at);
            trie.position(at + edge.length() + 1);
            int child = (int) uleb(trie);
            at = trie.position();
            collect(trie, child, prefix + edge, names);
        }
    }

    private static long uleb(ByteBuffer from) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = from.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    static List<Import> imports(MachO file) {
        ByteBuffer fixups = file.at(file.fixups());
        int imports = fixups.getInt(8);
        int texts = fixups.getInt(12);
        int format = fixups.getInt(20);
        if (format != WITHOUT_ADDENDS) {
            throw new IllegalArgumentException("imports of format " + format);
        }
        List<Import> found = new ArrayList<>();
        for (int i = 0; i < fixups.getInt(16); i++) {
            int packed = fixups.getInt(imports + 4 * i);
            int library = (byte) packed; // from 1; others have special meanings, as 0 for the library itself
            String name = MachO.text(fixups, texts + (packed >>> 9));
            found.add(new Import(library > 0 ? file.dependencies().get(library - 1) : "#" + library, name));
        }
        return found;
    }
}
