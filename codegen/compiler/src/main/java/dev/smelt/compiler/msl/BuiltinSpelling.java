package dev.smelt.compiler.msl;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in the spelling of a builtin: a name, {@code metal::fma}, which is called, or a template such as {@code $0.xyz}.
 */
final class BuiltinSpelling {
    private static final Pattern ARGUMENT = Pattern.compile("\\$(\\d+)");
    private static final Pattern OPERATOR = Pattern.compile("\\$0 ([-+*/]) \\$1");
    private static final Pattern NAME = Pattern.compile("[\\w:]+(<[\\w:]+>)?");

    private BuiltinSpelling() {}

    static Fragment apply(String spelling, List<Fragment> arguments) {
        if (spelling.indexOf('$') < 0) {
            if (!NAME.matcher(spelling).matches()) {
                return new Fragment(spelling, isPrimary(spelling) ? Precedence.PRIMARY : Precedence.CONDITIONAL);
            }
            return Fragment.call(
                    spelling,
                    String.join(", ", arguments.stream().map(Fragment::text).toList()));
        }
        Matcher operator = OPERATOR.matcher(spelling);
        if (operator.matches()) {
            boolean sum = operator.group(1).equals("+") || operator.group(1).equals("-");
            Precedence precedence = sum ? Precedence.ADDITIVE : Precedence.MULTIPLICATIVE;
            return Fragment.binary(arguments.get(0), operator.group(1), precedence, arguments.get(1));
        }
        if (spelling.equals("-$0")) {
            return ExprEmitter.prefix("-", arguments.get(0));
        }
        Matcher places = ARGUMENT.matcher(spelling);
        StringBuilder text = new StringBuilder();
        while (places.find()) {
            Fragment argument = arguments.get(Integer.parseInt(places.group(1)));
            boolean whole = isBetweenCommas(spelling, places.start(), places.end());
            places.appendReplacement(
                    text, Matcher.quoteReplacement(whole ? argument.text() : argument.atLeast(Precedence.PRIMARY)));
        }
        places.appendTail(text);
        return new Fragment(text.toString(), isPrimary(spelling) ? Precedence.PRIMARY : Precedence.CONDITIONAL);
    }

    /** Whether a place is a whole argument of a call in the template, or the whole template. */
    private static boolean isBetweenCommas(String spelling, int start, int end) {
        String before = spelling.substring(0, start).stripTrailing();
        String after = spelling.substring(end).stripLeading();
        return (before.endsWith("(") || before.endsWith(",")) && (after.startsWith(")") || after.startsWith(","));
    }

    /** Whether a template is a call, a member or an element, without an operator outside of brackets. */
    private static boolean isPrimary(String spelling) {
        int depth = 0;
        for (int i = 0; i < spelling.length(); i++) {
            char c = spelling.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (depth == 0 && !Character.isLetterOrDigit(c) && "_$.:<>".indexOf(c) < 0) {
                return false;
            } else if (depth == 0 && (c == '<' || c == '>') && !spelling.startsWith("as_type<")) {
                return false;
            }
        }
        return true;
    }
}
