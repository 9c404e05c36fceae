// The fake bridge knows its kernels by name, and compiles nothing.
