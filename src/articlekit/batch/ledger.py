"""What is done already, and which id and place a new document gets."""

from collections.abc import Iterator, Sequence
from posixpath import splitext

from articlekit.batch.options import Shard
from articlekit.batch.shards import in_shard
from articlekit.batch.store import Store
from articlekit.batch.tasks import End, Item, ReadFile, Same, Task
from articlekit.read import OF_MANY, shown
from articlekit.records import Article
from articlekit.write.sqlite import Done


class Ledger:
    """Knows what the store has. The id of a new document is its position among the articles of all files.

    So a document has the same id whatever the number of workers, interruptions and shards. What the reader says must come
    to `open` in its order.

    Args:
        paths: all files, in order.
        store: what is known to be done.
        made_by: digest of all that makes a summary.
        shard: the part that is to be done.
    """

    def __init__(self, paths: Sequence[str], store: Store, *, made_by: str, shard: Shard) -> None:
        self.paths, self.shard, self.made_by = paths, shard, made_by
        self._store = store
        self._file_key = made_by if shard.of == 1 else f"{made_by} {shard}"
        self._items_when_same: dict[int, tuple[int, int]] = {}
        self._file = -1
        self._before, self._after = 0, 0
        """Items of the files before the open one, and with it."""
        self._known: dict[int, Done] = {}
        self._late: set[int] = set()

    def count(self) -> int:
        """Return the number of files to look at."""
        return sum(map(self._concerns, self.paths))

    def jobs(self) -> Iterator[ReadFile]:
        """Yield the files to look at."""
        for index, path in enumerate(self.paths):
            if self._concerns(path):
                yield ReadFile(index, path, self._digest_when_done(index, path))

    def _concerns(self, path: str) -> bool:
        """Tell whether a file can have an article of the shard."""
        return self.holds(path, 1) or splitext(path)[1].lower() in OF_MANY

    def holds(self, path: str, record: int) -> bool:
        """Tell whether an article is in the shard."""
        return in_shard(shown(path), record, self.shard)

    def open(self, message: Same | Item | End) -> None:
        """Take notice of what the reader says; files that it does not name in between count as one article each."""
        if message.index != self._file:
            self._before = self._after + message.index - self._file - 1
            self._after = self._before
            self._file = message.index
            self._known = {} if isinstance(message, Same) else self._store.known_articles(shown(self.paths[self._file]))
        if isinstance(message, End):
            self._after = self._before + message.items

    def same(self, message: Same) -> int:
        """Return how many articles a file has that is as it was."""
        items, articles = self._items_when_same.pop(message.index)
        self._after = self._before + items
        return articles

    def task(self, item: Item, article: Article) -> Task | None:
        """Return what is to be done for an article of the open file; None where it is done."""
        path = self.paths[item.index]
        target = self._store.target(path, item.record if item.many else None)
        known = self._known.get(item.record)
        if known and known.digest == item.digest and known.summary == target and self._stands(known):
            return None
        document = known.document if known else self._new_id(self._before + item.record)
        return Task(document, item.index, shown(path), item.record, target, article, item.digest)

    def file_done(self, index: int, end: End) -> None:
        """Note that nothing of a file is left to do."""
        self._store.put_file(shown(self.paths[index]), sha256=end.sha256, items=end.items, made_by=self._file_key)

    def _stands(self, known: Done) -> bool:
        """Tell whether a summary is there and made by the same."""
        return known.made_by == self.made_by and self._store.stands(known)

    def _digest_when_done(self, index: int, path: str) -> str | None:
        """Return the SHA-256 that a file has when all its summaries stand in their places."""
        known = self._store.known_file(shown(path), self._file_key)
        if known is None:
            return None
        sha256, items = known
        articles = self._store.known_articles(shown(path))
        if self.shard.of == 1 and len(articles) != items:
            return None
        for record, done in articles.items():
            in_place = any(done.summary == self._store.target(path, number) for number in (None, record))
            if not in_place or not self._stands(done):
                return None
        self._items_when_same[index] = (items, len(articles))
        return sha256

    def _new_id(self, position: int) -> int:
        if position not in self._late and not self._store.has_document(position):
            return position
        number = max([position, self._store.last_document(), *self._late]) + 1
        self._late.add(number)
        return number
