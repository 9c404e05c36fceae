package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.FieldDecl;
import dev.smelt.compiler.ast.Import;
import dev.smelt.compiler.sema.TypeNames.Resolved;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds which field a name means where it stands: of the types around, or by a static import. */
final class Fields {
    private final TypeNames typeNames;

    Fields(TypeNames typeNames) {
        this.typeNames = typeNames;
    }

    /** A field of the sources, or a constant of a class of the JDK or of {@code dsl}. */
    sealed interface Found {
        record User(TypeSymbol owner, FieldDecl field) implements Found {}

        record Known(Field field) implements Found {}
    }

    Optional<Found> resolve(String name, TypeSymbol place) {
        for (@Nullable TypeSymbol around = place; around != null; around = around.outer()) {
            Optional<Found> own = member(new Resolved.User(around), name);
            if (own.isPresent()) {
                return own;
            }
        }
        Optional<Found> single = imported(name, place, false);
        return single.isPresent() ? single : imported(name, place, true);
    }

    private Optional<Found> imported(String name, TypeSymbol place, boolean onDemand) {
        for (Import i : place.unit().imports()) {
            if (!i.isStatic() || i.onDemand() != onDemand) {
                continue;
            }
            if (!onDemand && !i.simpleName().equals(name)) {
                continue;
            }
            String owner = onDemand
                    ? i.name()
                    : i.name().substring(0, Math.max(0, i.name().lastIndexOf('.')));
            Optional<Found> found = typeNames.qualified(owner).flatMap(type -> member(type, name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The field of this name that a type declares or inherits. */
    Optional<Found> member(Resolved type, String name) {
        if (type instanceof Resolved.User user) {
            for (TypeSymbol owner : typeNames.inheritance().lineage(user.symbol())) {
                Optional<FieldDecl> field = owner.field(name)
                        .filter(f -> owner.equals(user.symbol())
                                || Inheritance.isInherited(user.symbol(), owner, f.modifiers()));
                if (field.isPresent()) {
                    return Optional.of(new Found.User(owner, field.get()));
                }
            }
            return Optional.empty();
        }
        try {
            Field field = ((Resolved.Known) type).type().getField(name);
            boolean isConstant =
                    Modifier.isStatic(field.getModifiers()) && field.getType().isPrimitive();
            return isConstant ? Optional.of(new Found.Known(field)) : Optional.empty();
        } catch (NoSuchFieldException e) {
            return Optional.empty();
        }
    }
}
