package dev.smelt.compiler.ir;

/** Where an array lies, as MSL tells it apart: a pointer into one space is never one into another. */
public enum AddressSpace {
    /** A kernel's buffers. */
    DEVICE,
    /** Arrays of constants. */
    CONSTANT,
    /** Memory that the threads of a threadgroup share. */
    THREADGROUP,
    /** A thread's own. */
    THREAD
}
