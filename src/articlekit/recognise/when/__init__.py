"""The grammar of German expressions of time: words, what an expression says, and how it is read from a text.

Nothing here knows the article's date; what an expression says becomes days in `articlekit.summarise.dates`.
"""
