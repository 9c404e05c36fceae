// Stands for a library; see demo.Both.metallib.
