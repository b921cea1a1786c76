-- A corpus of summaries. Every row of a document has the id of the document in front: the third entity of document 17 is
-- 17000003. `start` and `end` are code points into documents.text, end exclusive; lists are JSON.

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    record INTEGER NOT NULL,
    summary TEXT UNIQUE,
    article TEXT,
    title TEXT,
    author TEXT,
    date TEXT,
    source TEXT,
    url TEXT,
    language TEXT,
    words INTEGER NOT NULL,
    sentences INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    warnings TEXT NOT NULL,
    articlekit TEXT NOT NULL,
    model TEXT NOT NULL,
    model_version TEXT NOT NULL,
    config_sha256 TEXT NOT NULL,
    UNIQUE (path, record)
);
CREATE INDEX documents_date ON documents (date);
CREATE INDEX documents_source ON documents (source);

CREATE TABLE entities (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    "key" TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('PER', 'ORG', 'LOC', 'TEC', 'LAW')),
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    roles TEXT NOT NULL,
    count INTEGER NOT NULL
);
CREATE INDEX entities_document ON entities (document_id);
CREATE INDEX entities_name ON entities (name, kind);

CREATE TABLE affiliations (
    person_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    organisation_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    PRIMARY KEY (person_id, organisation_id)
) WITHOUT ROWID;
CREATE INDEX affiliations_organisation ON affiliations (organisation_id);

CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    "key" TEXT NOT NULL,
    name TEXT,
    type TEXT,
    "trigger" TEXT,
    status TEXT CHECK (status IN ('happened', 'planned', 'denied')),
    when_text TEXT,
    when_start TEXT,
    when_end TEXT,
    place TEXT,
    count INTEGER NOT NULL
);
CREATE INDEX events_document ON events (document_id);
CREATE INDEX events_name ON events (name);
CREATE INDEX events_type ON events (type, when_start);

CREATE TABLE participants (
    event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    entity_id INTEGER REFERENCES entities (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    role TEXT CHECK (role IN ('agent', 'object')),
    PRIMARY KEY (event_id, number)
) WITHOUT ROWID;
CREATE INDEX participants_entity ON participants (entity_id);

CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    entity_id INTEGER REFERENCES entities (id) ON DELETE CASCADE,
    event_id INTEGER REFERENCES events (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('name', 'nominal', 'pronoun', 'trigger')),
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentence INTEGER,
    CHECK ((entity_id IS NULL) <> (event_id IS NULL))
);
CREATE INDEX mentions_document ON mentions (document_id);
CREATE INDEX mentions_entity ON mentions (entity_id);
CREATE INDEX mentions_event ON mentions (event_id);

CREATE TABLE claims (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    speaker_id INTEGER REFERENCES entities (id) ON DELETE CASCADE,
    speaker TEXT,
    speaker_text TEXT,
    addressee TEXT,
    act TEXT NOT NULL,
    form TEXT NOT NULL,
    cue TEXT,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    spans TEXT NOT NULL,
    sentence INTEGER NOT NULL,
    modality TEXT,
    negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
    confidence REAL NOT NULL,
    rule TEXT NOT NULL
);
CREATE INDEX claims_document ON claims (document_id);
CREATE INDEX claims_speaker ON claims (speaker_id);
CREATE INDEX claims_speaker_name ON claims (speaker);
CREATE INDEX claims_act ON claims (act, form);

-- Who and what is named inside a claim.
CREATE TABLE claim_entities (
    claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    entity_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    PRIMARY KEY (claim_id, entity_id)
) WITHOUT ROWID;
CREATE INDEX claim_entities_entity ON claim_entities (entity_id);

CREATE TABLE author_claims (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    act TEXT NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentence INTEGER NOT NULL,
    markers TEXT NOT NULL,
    salience REAL NOT NULL
);
CREATE INDEX author_claims_document ON author_claims (document_id);

-- What a further run needs to know what is done.
CREATE TABLE _articles (
    document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    made_by TEXT NOT NULL,
    size INTEGER NOT NULL
);
CREATE TABLE _files (
    path TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    items INTEGER NOT NULL,
    made_by TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE _state (
    name TEXT PRIMARY KEY,
    value NOT NULL
) WITHOUT ROWID;

CREATE VIRTUAL TABLE documents_fts USING fts5 (
    title, text, content="documents", content_rowid="id", tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_ai AFTER INSERT ON documents BEGIN
    INSERT INTO documents_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER documents_ad AFTER DELETE ON documents BEGIN
    INSERT INTO documents_fts (documents_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER documents_au AFTER UPDATE OF title, text ON documents BEGIN
    INSERT INTO documents_fts (documents_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO documents_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE VIRTUAL TABLE entities_fts USING fts5 (
    name, aliases, content="entities", content_rowid="id", tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER entities_ai AFTER INSERT ON entities BEGIN
    INSERT INTO entities_fts (rowid, name, aliases) VALUES (new.id, new.name, new.aliases);
END;
CREATE TRIGGER entities_ad AFTER DELETE ON entities BEGIN
    INSERT INTO entities_fts (entities_fts, rowid, name, aliases) VALUES ('delete', old.id, old.name, old.aliases);
END;
CREATE TRIGGER entities_au AFTER UPDATE OF name, aliases ON entities BEGIN
    INSERT INTO entities_fts (entities_fts, rowid, name, aliases) VALUES ('delete', old.id, old.name, old.aliases);
    INSERT INTO entities_fts (rowid, name, aliases) VALUES (new.id, new.name, new.aliases);
END;

CREATE VIRTUAL TABLE claims_fts USING fts5 (
    text, speaker, content="claims", content_rowid="id", tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER claims_ai AFTER INSERT ON claims BEGIN
    INSERT INTO claims_fts (rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
END;
CREATE TRIGGER claims_ad AFTER DELETE ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, text, speaker) VALUES ('delete', old.id, old.text, old.speaker);
END;
CREATE TRIGGER claims_au AFTER UPDATE OF text, speaker ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, text, speaker) VALUES ('delete', old.id, old.text, old.speaker);
    INSERT INTO claims_fts (rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
END;
