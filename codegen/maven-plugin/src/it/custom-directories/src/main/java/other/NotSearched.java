package other;

final class NotSearched {
    private NotSearched() {}
}
