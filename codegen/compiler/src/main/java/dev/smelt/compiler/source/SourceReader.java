package dev.smelt.compiler.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads sources as UTF-8. Bytes that aren't UTF-8 become one U+FFFD for each malformed sequence, and their places are
 * kept: in a comment they are harmless, in code the parser reports them. A byte order mark at the start is dropped.
 */
public final class SourceReader {
    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceReader() {}

    /**
     * Reads a file.
     *
     * @param displayName the path as diagnostics show it
     */
    public static SourceFile read(Path path, String displayName) throws IOException {
        return read(Files.readAllBytes(path), displayName);
    }

    /** Decodes the bytes of a file. */
    public static SourceFile read(byte[] bytes, String displayName) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        // No byte of UTF-8 makes more than one char.
        CharBuffer out = CharBuffer.allocate(bytes.length);
        int[] malformed = new int[8];
        int count = 0;
        for (CoderResult result = decode(decoder, in, out); result.isError(); result = decode(decoder, in, out)) {
            if (count == malformed.length) {
                malformed = Arrays.copyOf(malformed, 2 * count);
            }
            malformed[count++] = out.position();
            out.put(REPLACEMENT);
            in.position(in.position() + result.length());
        }
        int mark = out.position() > 0 && out.get(0) == BYTE_ORDER_MARK ? 1 : 0;
        for (int i = 0; i < count; i++) {
            malformed[i] -= mark;
        }
        String text = out.flip().subSequence(mark, out.limit()).toString();
        return new SourceFile(displayName, text, Arrays.copyOf(malformed, count));
    }

    private static CoderResult decode(CharsetDecoder decoder, ByteBuffer in, CharBuffer out) {
        decoder.reset();
        return decoder.decode(in, out, true);
    }
}
