package dev.smelt.runtime.backend;

import java.nio.ByteBuffer;

/**
 * Calls in the form in which a backend submits them, again and again. Their order is that of {@link #add}. For use by one
 * thread at a time.
 */
public interface Recording {
    /** Adds a call, and says where its uniform block lies in {@link #bytes}. */
    int add(Dispatch dispatch);

    /** Where uniforms can be changed between submissions, in native order; another buffer after each {@link #add}. */
    ByteBuffer bytes();

    /** What there is to do for one submission of the calls so far. */
    SubmissionQueue.Task task();
}
