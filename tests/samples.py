"""Texts for tests, made for them. What is claimed here can be told from grammar alone; no name has to be known."""

SENTENCE = "Die Ministerin sagte, das Gesetz sei überfällig."
CLAIM = "das Gesetz sei überfällig"

ARTICLE = """Streit über die Übergangsfrist

Die Ministerin sagte, das Gesetz sei überfällig. Für größere Behörden gilt künftig eine kürzere Frist.

„Wir brauchen mehr Zeit“, sagte der Verbandschef. Er forderte, dass die Prüfung später beginnt.
"""

FRONT_MATTER = """---
title: Streit über die Übergangsfrist
author: [Jörg Ähre, Ute Übel]
date: 2025-10-02
source: Technikblatt
url: https://technikblatt.example/frist
id: frist-7
---

"""

ENGLISH = (
    "The minister said that the bill was long overdue and that every agency would have to comply within two years. "
    "Critics in parliament replied that nobody had asked them before, and they promised to vote against it next week."
)
