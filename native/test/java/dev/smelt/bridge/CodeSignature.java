package dev.smelt.bridge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The signature of a library (XNU's {@code cs_blobs.h}): hashes of its pages. */
final class CodeSignature {
    static final int AD_HOC = 2;

    private static final int SIGNATURE = 0xfade0cc0;
    private static final int DIRECTORY = 0xfade0c02;
    private static final int SHA_256 = 2;

    private final MachO file;
    private final ByteBuffer directory;

    private CodeSignature(MachO file, ByteBuffer directory) {
        this.file = file;
        this.directory = directory;
    }

    static CodeSignature of(MachO file) {
        if (file.signature().length() == 0) {
            throw new IllegalArgumentException("no signature");
        }
        ByteBuffer all = file.at(file.signature()).order(ByteOrder.BIG_ENDIAN);
        require(all.getInt(0) == SIGNATURE, "the signature begins with " + Integer.toHexString(all.getInt(0)));
        for (int i = 0; i < all.getInt(8); i++) {
            int offset = all.getInt(12 + 8 * i + 4);
            if (all.getInt(offset) == DIRECTORY) {
                return new CodeSignature(file, all.slice(offset, all.getInt(offset + 4)));
            }
        }
        throw new IllegalArgumentException("a signature without a directory of pages");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    int flags() {
        return directory.getInt(12);
    }

    /** How many bytes from the beginning of the file are signed: all before the signature, if it is to be valid. */
    int signedBytes() {
        return directory.getInt(32);
    }

    int pages() {
        return directory.getInt(28);
    }

    /** Computes the hash of a page and compares it with the one that is written down. */
    boolean isIntact(int page) {
        require(directory.get(36) == 32 && directory.get(37) == SHA_256, "hashes of another kind than SHA-256");
        int pageBytes = 1 << directory.get(39);
        int from = page * pageBytes;
        int to = Math.min(from + pageBytes, signedBytes());
        byte[] expected = new byte[32];
        directory.get(directory.getInt(16) + 32 * page, expected);
        return Arrays.equals(sha256(Arrays.copyOfRange(file.bytes(), from, to)), expected);
    }

    /** Whether the pages are as many as cover what is signed. */
    boolean coversAll() {
        int pageBytes = 1 << directory.get(39);
        return pages() == (signedBytes() + pageBytes - 1) / pageBytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e); // every JDK has it
        }
    }
}
