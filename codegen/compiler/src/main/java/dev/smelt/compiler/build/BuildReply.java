package dev.smelt.compiler.build;

import dev.smelt.compiler.build.BuildOutcome.Message;
import dev.smelt.compiler.build.BuildOutcome.Status;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link BuildProcess} answers, in bytes: {@code true} and the outcome, field by field, or {@code false} and the
 * message of the {@link BuildException}. A text is the number of its bytes and the bytes, in UTF-8.
 */
final class BuildReply {
    private BuildReply() {}

    /** Builds and answers. */
    static void write(DataOutputStream out, KernelBuild build, BuildRequest request) throws IOException {
        try {
            BuildOutcome outcome = build.build(request);
            out.writeBoolean(true);
            write(out, outcome);
        } catch (BuildException e) {
            out.writeBoolean(false);
            write(out, String.valueOf(e.getMessage()));
        }
    }

    private static void write(DataOutputStream out, BuildOutcome outcome) throws IOException {
        write(out, outcome.status().name());
        out.writeInt(outcome.messages().size());
        for (Message message : outcome.messages()) {
            out.writeBoolean(message.isError());
            write(out, message.text());
        }
        out.writeInt(outcome.sources());
        out.writeInt(outcome.files());
        out.writeInt(outcome.written());
        out.writeInt(outcome.deleted());
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Gives what was answered, or throws it. */
    static BuildOutcome read(DataInputStream in) throws IOException, BuildException {
        if (!in.readBoolean()) {
            throw new BuildException(readText(in));
        }
        Status status = Status.valueOf(readText(in));
        int count = in.readInt();
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(new Message(in.readBoolean(), readText(in)));
        }
        return new BuildOutcome(status, messages, in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }

    private static String readText(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
