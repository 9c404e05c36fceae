package dev.smelt.compiler.ir;

/**
 * Names a loop or a switch for the jumps that leave it. Two labels are the same if their ids are.
 *
 * @param id unique within the module
 * @param name as in the Java source; empty where it has none
 */
public record Label(int id, String name) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Label label && label.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
