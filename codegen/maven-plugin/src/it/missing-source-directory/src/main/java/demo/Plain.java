package demo;

final class Plain {
    private Plain() {}
}
