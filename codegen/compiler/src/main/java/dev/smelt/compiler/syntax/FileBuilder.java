package dev.smelt.compiler.syntax;

import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.ast.ConstructorDecl;
import dev.smelt.compiler.ast.FieldDecl;
import dev.smelt.compiler.ast.Import;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ast.Modifiers;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.ast.TypeDecl;
import dev.smelt.compiler.ast.TypeRef;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;
import dev.smelt.compiler.syntax.Declarations.ConstructorContext;
import dev.smelt.compiler.syntax.Declarations.FieldContext;
import dev.smelt.compiler.syntax.Declarations.FileContext;
import dev.smelt.compiler.syntax.Declarations.ItemContext;
import dev.smelt.compiler.syntax.Declarations.MemberContext;
import dev.smelt.compiler.syntax.Declarations.MethodContext;
import dev.smelt.compiler.syntax.Declarations.MethodOrFieldContext;
import dev.smelt.compiler.syntax.Declarations.ModuleContext;
import dev.smelt.compiler.syntax.Declarations.ParameterContext;
import dev.smelt.compiler.syntax.Declarations.ParametersContext;
import dev.smelt.compiler.syntax.Declarations.TypeDeclarationContext;
import dev.smelt.compiler.syntax.Declarations.VariableContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Turns the parse tree of a file into its declarations. What has a mistake of syntax is left out. */
final class FileBuilder {
    private final SourceFile file;
    private final TreeReader reader;
    private final SyntaxMessages messages;

    FileBuilder(SourceFile file, TreeReader reader, SyntaxMessages messages) {
        this.file = file;
        this.reader = reader;
        this.messages = messages;
    }

    CompilationUnit file(FileContext tree) {
        String packageName = "";
        List<Import> imports = new ArrayList<>();
        List<TypeDecl> types = new ArrayList<>();
        for (ItemContext item : tree.item()) {
            if (item.exception != null) {
                continue;
            }
            if (item.IMPORT() != null) {
                imports.add(new Import(
                        reader.text(item.name()), item.STATIC() != null, item.STAR() != null, reader.span(item)));
            } else if (item.PACKAGE() != null) {
                packageName = reader.text(item.name());
            } else if (item.typeDeclaration() != null) {
                types.add(type(reader.modifiers(item.modifier()), item.typeDeclaration()));
            } else if (item.module() != null) {
                checkModule(item.module());
            }
        }
        return new CompilationUnit(file, packageName, imports, types);
    }

    /** What the grammar takes for a module could be any two names. */
    private void checkModule(ModuleContext tree) {
        List<TerminalNode> words = tree.IDENTIFIER();
        Token keyword = words.get(words.size() - 1).getSymbol();
        if (!keyword.getText().equals("module")) {
            messages.report(
                    keyword.getStartIndex(),
                    keyword.getStopIndex() + 1,
                    "unexpected '" + keyword.getText() + "'",
                    "declare a class, record, enum or interface");
        }
    }

    private TypeDecl type(Modifiers modifiers, TypeDeclarationContext tree) {
        String name = tree.IDENTIFIER().getText();
        List<FieldDecl> fields = new ArrayList<>();
        List<MethodDecl> methods = new ArrayList<>();
        List<TypeDecl> types = new ArrayList<>();
        List<ConstructorDecl> constructors = new ArrayList<>();
        for (MemberContext member : tree.enumBody() != null
                ? tree.enumBody().member()
                : tree.typeBody().member()) {
            if (member.exception != null) {
                continue;
            }
            Modifiers memberModifiers = reader.modifiers(member.modifier());
            if (member.typeDeclaration() != null) {
                types.add(type(memberModifiers, member.typeDeclaration()));
            } else if (member.methodOrField() != null) {
                MethodOrFieldContext declaration = member.methodOrField();
                if (declaration.method() != null) {
                    methods.add(method(memberModifiers, declaration, declaration.method()));
                } else {
                    addFields(fields, memberModifiers, declaration, declaration.field());
                }
            } else if (member.constructor() != null) {
                checkConstructor(name, member.constructor());
                if (tree.RECORD() != null) {
                    constructors.add(constructor(member.constructor()));
                }
            }
        }
        return new TypeDecl(
                kind(tree),
                modifiers,
                name,
                tree.typeParameters() != null,
                supertypes(tree),
                parameters(tree.parameters()),
                constructors,
                fields,
                methods,
                types,
                reader.span(tree.IDENTIFIER()));
    }

    private List<TypeRef> supertypes(TypeDeclarationContext tree) {
        return tree.superTypes().stream()
                .filter(clause -> clause.PERMITS() == null)
                .flatMap(clause -> clause.annotatedType().stream())
                .map(type -> reader.type(type.type()))
                .toList();
    }

    private static TypeDecl.Kind kind(TypeDeclarationContext tree) {
        if (tree.AT() != null) {
            return TypeDecl.Kind.ANNOTATION;
        }
        if (tree.INTERFACE() != null) {
            return TypeDecl.Kind.INTERFACE;
        }
        if (tree.RECORD() != null) {
            return TypeDecl.Kind.RECORD;
        }
        return tree.ENUM() != null ? TypeDecl.Kind.ENUM : TypeDecl.Kind.CLASS;
    }

    /** A constructor of another name is a method whose type was forgotten. */
    private void checkConstructor(String typeName, ConstructorContext tree) {
        Token name = tree.IDENTIFIER().getSymbol();
        if (!name.getText().equals(typeName)) {
            messages.report(
                    name.getStartIndex(),
                    name.getStopIndex() + 1,
                    "'" + name.getText() + "' has no return type",
                    "write 'void' or the type of its result before it");
        }
    }

    private ConstructorDecl constructor(ConstructorContext tree) {
        return new ConstructorDecl(
                tree.LPAREN() == null,
                parameters(tree.parameters()),
                reader.span(tree.BODY()),
                reader.span(tree.IDENTIFIER()));
    }

    private MethodDecl method(Modifiers modifiers, MethodOrFieldContext tree, MethodContext rest) {
        TypeRef returnType = reader.type(tree.type())
                .withDimensions(rest.dimensions().LBRACKET().size());
        Span header = reader.span(TreeReader.start(tree.type()), TreeReader.end(rest.RPAREN()));
        return new MethodDecl(
                reader.withAnnotations(modifiers, tree.annotation()),
                tree.typeParameters() != null,
                returnType,
                tree.IDENTIFIER().getText(),
                parameters(rest.parameters()),
                rest.BODY() == null ? null : reader.span(rest.BODY()),
                reader.span(tree.IDENTIFIER()),
                header);
    }

    private void addFields(List<FieldDecl> fields, Modifiers modifiers, MethodOrFieldContext tree, FieldContext rest) {
        TypeRef type = reader.type(tree.type());
        for (int i = 0; i < rest.variable().size(); i++) {
            VariableContext variable = rest.variable(i);
            TerminalNode name = i == 0 ? tree.IDENTIFIER() : rest.IDENTIFIER(i - 1);
            fields.add(new FieldDecl(
                    modifiers,
                    type.withDimensions(variable.dimensions().LBRACKET().size()),
                    name.getText(),
                    variable.VALUE() == null ? null : reader.span(variable.VALUE()),
                    reader.span(name)));
        }
    }

    private List<Parameter> parameters(@Nullable ParametersContext tree) {
        List<Parameter> parameters = new ArrayList<>();
        if (tree != null) {
            for (ParameterContext parameter : tree.parameter()) {
                if (parameter.receiver() == null) {
                    parameters.add(parameter(parameter));
                }
            }
        }
        return parameters;
    }

    private Parameter parameter(ParameterContext tree) {
        boolean varargs = tree.ELLIPSIS() != null;
        int more = tree.dimensions().LBRACKET().size() + (varargs ? 1 : 0);
        return new Parameter(
                reader.modifiers(tree.modifier()),
                reader.type(tree.type()).withDimensions(more),
                tree.IDENTIFIER().getText(),
                varargs,
                reader.span(tree.IDENTIFIER()),
                reader.span(tree));
    }
}
