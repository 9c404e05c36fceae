package dev.smelt.compiler.ir;

/**
 * A parameter or a local. Two variables are the same if their ids are; names need not be unique.
 *
 * @param id unique within the module
 * @param name as in the Java source, or a short one for a temporary
 */
public record Variable(int id, String name, Type type) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Variable variable && variable.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return name + "%" + id;
    }
}
