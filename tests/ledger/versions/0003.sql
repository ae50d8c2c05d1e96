-- A ledger of schema 0003, as the code of that schema made it from the one of schema 0002.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE claim_pairs (
	one TEXT NOT NULL, 
	other TEXT NOT NULL, 
	claim INTEGER NOT NULL, 
	PRIMARY KEY (one, other, claim), 
	FOREIGN KEY(claim) REFERENCES claims (number)
)
 WITHOUT ROWID

;
INSERT INTO "claim_pairs" VALUES('ABK','NRU',1);
INSERT INTO "claim_pairs" VALUES('ABK','NRU',2);
INSERT INTO "claim_pairs" VALUES('ABK','NRU',3);
CREATE TABLE claim_participants (
	id TEXT NOT NULL, 
	claim INTEGER NOT NULL, 
	side TEXT NOT NULL, kind TEXT, mode TEXT, 
	PRIMARY KEY (id, claim, side), 
	FOREIGN KEY(claim) REFERENCES claims (number)
)
 WITHOUT ROWID

;
INSERT INTO "claim_participants" VALUES('ABK',1,'recipient','event','recognition');
INSERT INTO "claim_participants" VALUES('ABK',2,'recipient','event','recognition');
INSERT INTO "claim_participants" VALUES('ABK',3,'recipient','event','recognition');
INSERT INTO "claim_participants" VALUES('NRU',1,'actor','event','recognition');
INSERT INTO "claim_participants" VALUES('NRU',2,'actor','event','recognition');
INSERT INTO "claim_participants" VALUES('NRU',3,'actor','event','recognition');
CREATE TABLE claims (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	entry INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	mode TEXT, 
	status TEXT NOT NULL, 
	negated BOOLEAN NOT NULL, 
	earliest INTEGER, 
	latest INTEGER, 
	outermost TEXT NOT NULL, 
	innermost TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (id), 
	FOREIGN KEY(entry) REFERENCES entries (number), 
	FOREIGN KEY(document) REFERENCES documents (id)
);
INSERT INTO "claims" VALUES(1,'bee04a9368782af3008436bc',1,'sha256:f4a97bfa6e20b40f64f767fdaf23c3117946156b8d7a1365e73836a6892dcb00','event','recognition','actual',0,733756,733756,'Sample Wire','Sample Wire','{"version":1,"id":"bee04a9368782af3008436bc","document":"sha256:f4a97bfa6e20b40f64f767fdaf23c3117946156b8d7a1365e73836a6892dcb00","language":"en","coder":"rules-en/1.0","kind":"event","event":"SUPPORT","mode":"recognition","context":["diplomatic"],"cameo":"054","actors":[{"id":"NRU","name":"NRU","sector":null,"person":null,"role":null,"mention":{"start":0,"end":1,"text":"N"},"reason":""}],"recipients":[{"id":"ABK","name":"ABK","sector":null,"person":null,"role":null,"mention":{"start":0,"end":1,"text":"A"},"reason":""}],"object":null,"place":null,"date":{"edtf":"2009-12-15","earliest":"2009-12-15","latest":"2009-12-15","basis":"explicit","text":"","span":null,"anchor":""},"status":"actual","negated":false,"measure":null,"chain":[{"source":"Sample Wire","kind":"outlet","cue":"","how":"said","id":null,"role":null,"date":null,"span":null}],"evidence":{"quote":"Nauru recognised Abkhazia.","start":0,"end":26,"section":"body"},"loaded":[],"links":[],"confidence":0.5,"rule":"en/recognition#verb","reasons":[]}');
INSERT INTO "claims" VALUES(2,'10f80b0a2e2c490c87360de5',2,'sha256:e58c8193361d333dcb5fc546797ee1c95b18836662b7b09fa2692925b8aac9e6','event','recognition','actual',0,733756,733756,'Sample Wire','Sample Wire','{"version":1,"id":"10f80b0a2e2c490c87360de5","document":"sha256:e58c8193361d333dcb5fc546797ee1c95b18836662b7b09fa2692925b8aac9e6","language":"en","coder":"rules-en/1.0","kind":"event","event":"SUPPORT","mode":"recognition","context":["diplomatic"],"cameo":"054","actors":[{"id":"NRU","name":"NRU","sector":null,"person":null,"role":null,"mention":{"start":0,"end":1,"text":"N"},"reason":""}],"recipients":[{"id":"ABK","name":"ABK","sector":null,"person":null,"role":null,"mention":{"start":0,"end":1,"text":"A"},"reason":""}],"object":null,"place":null,"date":{"edtf":"2009-12-15","earliest":"2009-12-15","latest":"2009-12-15","basis":"explicit","text":"","span":null,"anchor":""},"status":"actual","negated":false,"measure":null,"chain":[{"source":"Sample Wire","kind":"outlet","cue":"","how":"said","id":null,"role":null,"date":null,"span":null}],"evidence":{"quote":"Nauru recognised South Ossetia.","start":0,"end":31,"section":"body"},"loaded":[],"links":[],"confidence":0.5,"rule":"en/recognition#verb","reasons":[]}');
INSERT INTO "claims" VALUES(3,'3778317bfc5e65b3f3165a15',3,'sha256:82ab4bed9b38a3594b34a45a9778941556d2ac3557b127bfba3c6a4a9434f690','event','recognition','actual',0,733756,733756,'Sample Wire','Sample Wire','{"version":1,"id":"3778317bfc5e65b3f3165a15","document":"sha256:82ab4bed9b38a3594b34a45a9778941556d2ac3557b127bfba3c6a4a9434f690","language":"en","coder":"rules-en/1.0","kind":"event","event":"SUPPORT","mode":"recognition","context":["diplomatic"],"cameo":"054","actors":[{"id":"NRU","name":"NRU","sector":null,"person":null,"role":null,"mention":{"start":0,"end":1,"text":"N"},"reason":""}],"recipients":[{"id":"ABK","name":"ABK","sector":null,"person":null,"role":null,"mention":{"start":0,"end":1,"text":"A"},"reason":""}],"object":null,"place":null,"date":{"edtf":"2009-12-15","earliest":"2009-12-15","latest":"2009-12-15","basis":"explicit","text":"","span":null,"anchor":""},"status":"actual","negated":false,"measure":null,"chain":[{"source":"Sample Wire","kind":"outlet","cue":"","how":"said","id":null,"role":null,"date":null,"span":null}],"evidence":{"quote":"Tuvalu recognised Abkhazia.","start":0,"end":27,"section":"body"},"loaded":[],"links":[],"confidence":0.5,"rule":"en/recognition#verb","reasons":[]}');
CREATE TABLE contents (
	document TEXT NOT NULL, 
	packing TEXT NOT NULL, 
	length INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (document), 
	FOREIGN KEY(document) REFERENCES documents (id)
);
INSERT INTO "contents" VALUES('sha256:f4a97bfa6e20b40f64f767fdaf23c3117946156b8d7a1365e73836a6892dcb00','none',26,X'4E61757275207265636F676E697365642041626B68617A69612E');
INSERT INTO "contents" VALUES('sha256:e58c8193361d333dcb5fc546797ee1c95b18836662b7b09fa2692925b8aac9e6','none',31,X'4E61757275207265636F676E6973656420536F757468204F7373657469612E');
INSERT INTO "contents" VALUES('sha256:82ab4bed9b38a3594b34a45a9778941556d2ac3557b127bfba3c6a4a9434f690','none',27,X'547576616C75207265636F676E697365642041626B68617A69612E');
CREATE TABLE decisions (
	number INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT decisions_once UNIQUE (entry), 
	FOREIGN KEY(entry) REFERENCES entries (number)
);
INSERT INTO "decisions" VALUES(1,5,'upgrade','0002','{"digest":"b43b1c0ac2eafd45a72885da64949e252c32f8d7f5e83ec66d2e04ed781774f3","faults":2,"schema":"0002"}');
CREATE TABLE dispute_claims (
	claim TEXT NOT NULL, 
	dispute INTEGER NOT NULL, 
	side TEXT NOT NULL, 
	PRIMARY KEY (claim, dispute, side), 
	FOREIGN KEY(dispute) REFERENCES disputes (number)
)
 WITHOUT ROWID

;
INSERT INTO "dispute_claims" VALUES('bee04a9368782af3008436bc',1,'left');
INSERT INTO "dispute_claims" VALUES('10f80b0a2e2c490c87360de5',2,'left');
INSERT INTO "dispute_claims" VALUES('3778317bfc5e65b3f3165a15',3,'left');
CREATE TABLE disputes (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	entry INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (id), 
	FOREIGN KEY(entry) REFERENCES entries (number)
);
INSERT INTO "disputes" VALUES(1,'e0ab57c7e3c9e1e082d28b4c',1,'date','{"id":"e0ab57c7e3c9e1e082d28b4c","kind":"date","left":["bee04a9368782af3008436bc"],"right":[],"reason":"Which day?","raised_by":null,"bearing":"real","remedy":""}');
INSERT INTO "disputes" VALUES(2,'8bf87a057d3f962e99e8fca9',2,'date','{"id":"8bf87a057d3f962e99e8fca9","kind":"date","left":["10f80b0a2e2c490c87360de5"],"right":[],"reason":"Which day?","raised_by":null,"bearing":"real","remedy":""}');
INSERT INTO "disputes" VALUES(3,'fb81289162aed51b999b15f3',3,'date','{"id":"fb81289162aed51b999b15f3","kind":"date","left":["3778317bfc5e65b3f3165a15"],"right":[],"reason":"Which day?","raised_by":null,"bearing":"real","remedy":""}');
CREATE TABLE documents (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	entry INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	language TEXT, 
	published TEXT, 
	outlet TEXT, 
	retrieved TEXT, 
	text_digest TEXT NOT NULL, 
	rendition TEXT NOT NULL, 
	sections TEXT NOT NULL, 
	metadata TEXT NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (id), 
	FOREIGN KEY(entry) REFERENCES entries (number)
);
INSERT INTO "documents" VALUES(1,'sha256:f4a97bfa6e20b40f64f767fdaf23c3117946156b8d7a1365e73836a6892dcb00',1,'page.txt','en',NULL,NULL,NULL,'f4a97bfa6e20b40f64f767fdaf23c3117946156b8d7a1365e73836a6892dcb00','{"media_type":"text/plain","encoding":"utf-8","encoding_basis":"utf-8","extractor":"plain/1"}','[{"start":0,"end":26,"kind":"body","voice":{"source":"Sample Wire","kind":"outlet","role":"outlet","date":null,"span":null},"language":"en","reason":"","heading_date":null}]','[]','Nauru recognised Abkhazia.');
INSERT INTO "documents" VALUES(2,'sha256:e58c8193361d333dcb5fc546797ee1c95b18836662b7b09fa2692925b8aac9e6',2,'page.txt','en',NULL,NULL,NULL,'e58c8193361d333dcb5fc546797ee1c95b18836662b7b09fa2692925b8aac9e6','{"media_type":"text/plain","encoding":"utf-8","encoding_basis":"utf-8","extractor":"plain/1"}','[{"start":0,"end":31,"kind":"body","voice":{"source":"Sample Wire","kind":"outlet","role":"outlet","date":null,"span":null},"language":"en","reason":"","heading_date":null}]','[]','Nauru recognised South Ossetia.');
INSERT INTO "documents" VALUES(3,'sha256:82ab4bed9b38a3594b34a45a9778941556d2ac3557b127bfba3c6a4a9434f690',3,'page.txt','en',NULL,NULL,NULL,'82ab4bed9b38a3594b34a45a9778941556d2ac3557b127bfba3c6a4a9434f690','{"media_type":"text/plain","encoding":"utf-8","encoding_basis":"utf-8","extractor":"plain/1"}','[{"start":0,"end":27,"kind":"body","voice":{"source":"Sample Wire","kind":"outlet","role":"outlet","date":null,"span":null},"language":"en","reason":"","heading_date":null}]','[]','Tuvalu recognised Abkhazia.');
CREATE TABLE entries (
	number INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	recorded BIGINT NOT NULL, 
	"by" TEXT NOT NULL, 
	why TEXT NOT NULL, 
	coder TEXT NOT NULL, 
	document TEXT, 
	added INTEGER NOT NULL, 
	superseded INTEGER NOT NULL, 
	digest TEXT NOT NULL, run INTEGER, 
	PRIMARY KEY (number), 
	UNIQUE (digest)
);
INSERT INTO "entries" VALUES(1,'coding',1658134800000000,'me','tests','rules-en/1.0','sha256:f4a97bfa6e20b40f64f767fdaf23c3117946156b8d7a1365e73836a6892dcb00',1,0,'cf6af196f6687426b15fa02024eb70579d33ae50adaaf0c8f20540e04ad42920',NULL);
INSERT INTO "entries" VALUES(2,'coding',1658138400000000,'me','tests','rules-en/1.0','sha256:e58c8193361d333dcb5fc546797ee1c95b18836662b7b09fa2692925b8aac9e6',1,0,'45a8ac07105afd283e391603131d6607c062eccb6fb4f455cf4f7cc622b0f004',NULL);
INSERT INTO "entries" VALUES(3,'coding',1658142000000000,'me','tests','rules-en/1.0','sha256:82ab4bed9b38a3594b34a45a9778941556d2ac3557b127bfba3c6a4a9434f690',1,0,'a306979d3ea5502b35dece0fd932e60077f42964fb72324a31e4701ca0676ec1',NULL);
INSERT INTO "entries" VALUES(4,'coding',1658142000000000,'me','','rules-en/2.0','sha256:f4a97bfa6e20b40f64f767fdaf23c3117946156b8d7a1365e73836a6892dcb00',0,1,'321fd76b7b1498f11131194fcf41e4bcb9e897b6057068edab1033a3a38a5cc7',NULL);
INSERT INTO "entries" VALUES(5,'upgrade',1795775406796931,'dragoman','Schema 0002: a digest over the faults that were recorded without an entry.','',NULL,0,0,'810bad5fc8793146ef2d01facc3c51cae0b0371a8dc48e7663f5acbf40fb4030',NULL);
CREATE TABLE faults (
	number INTEGER NOT NULL, 
	entry INTEGER, 
	recorded BIGINT NOT NULL, 
	document TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT faults_once UNIQUE (document, stage, reason, start, "end"), 
	FOREIGN KEY(entry) REFERENCES entries (number)
);
INSERT INTO "faults" VALUES(1,NULL,1658134800000000,'page.pdf','decode','The file holds no text: nothing was coded.',-1,-1);
INSERT INTO "faults" VALUES(2,1,1658134800000000,'sha256:f4a97bfa6e20b40f64f767fdaf23c3117946156b8d7a1365e73836a6892dcb00','parse','One sentence was left out.',-1,-1);
INSERT INTO "faults" VALUES(3,2,1658138400000000,'sha256:e58c8193361d333dcb5fc546797ee1c95b18836662b7b09fa2692925b8aac9e6','parse','One sentence was left out.',-1,-1);
INSERT INTO "faults" VALUES(4,3,1658142000000000,'sha256:82ab4bed9b38a3594b34a45a9778941556d2ac3557b127bfba3c6a4a9434f690','parse','One sentence was left out.',-1,-1);
INSERT INTO "faults" VALUES(5,NULL,1658142000000000,'other.pdf','decode','The file holds no text: nothing was coded.',-1,-1);
CREATE TABLE links (
	number INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	target TEXT NOT NULL, 
	target_name TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT links_once UNIQUE (source, kind, target, target_name), 
	FOREIGN KEY(entry) REFERENCES entries (number)
);
INSERT INTO "links" VALUES(1,1,'sha256:f4a97bfa6e20b40f64f767fdaf23c3117946156b8d7a1365e73836a6892dcb00','quotes','','a statement','it says so');
INSERT INTO "links" VALUES(2,2,'sha256:e58c8193361d333dcb5fc546797ee1c95b18836662b7b09fa2692925b8aac9e6','quotes','','a statement','it says so');
INSERT INTO "links" VALUES(3,3,'sha256:82ab4bed9b38a3594b34a45a9778941556d2ac3557b127bfba3c6a4a9434f690','quotes','','a statement','it says so');
CREATE TABLE standings (
	number INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	counts BOOLEAN NOT NULL, 
	body TEXT, 
	PRIMARY KEY (number), 
	CONSTRAINT standings_once UNIQUE (name, entry), 
	FOREIGN KEY(entry) REFERENCES entries (number)
);
INSERT INTO "standings" VALUES(1,4,'bee04a9368782af3008436bc',1,'{"version":1,"id":"bee04a9368782af3008436bc","document":"sha256:f4a97bfa6e20b40f64f767fdaf23c3117946156b8d7a1365e73836a6892dcb00","language":"en","coder":"rules-en/2.0","kind":"event","event":"SUPPORT","mode":"recognition","context":["diplomatic"],"cameo":"054","actors":[{"id":"NRU","name":"NRU","sector":null,"person":null,"role":null,"mention":{"start":0,"end":1,"text":"N"},"reason":""}],"recipients":[{"id":"ABK","name":"ABK","sector":null,"person":null,"role":null,"mention":{"start":0,"end":1,"text":"A"},"reason":""}],"object":null,"place":null,"date":null,"status":"actual","negated":false,"measure":null,"chain":[{"source":"Sample Wire","kind":"outlet","cue":"","how":"said","id":null,"role":null,"date":null,"span":null}],"evidence":{"quote":"Nauru recognised Abkhazia.","start":0,"end":26,"section":"body"},"loaded":[],"links":[],"confidence":0.5,"rule":"en/recognition#verb","reasons":[]}');
INSERT INTO "standings" VALUES(2,4,'e0ab57c7e3c9e1e082d28b4c',0,NULL);
CREATE TABLE uncoded (
	number INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	language TEXT NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT uncoded_once UNIQUE (document, start, "end", language), 
	FOREIGN KEY(entry) REFERENCES entries (number), 
	FOREIGN KEY(document) REFERENCES documents (id)
);
INSERT INTO "uncoded" VALUES(1,1,'sha256:f4a97bfa6e20b40f64f767fdaf23c3117946156b8d7a1365e73836a6892dcb00',0,2,'ko');
INSERT INTO "uncoded" VALUES(2,2,'sha256:e58c8193361d333dcb5fc546797ee1c95b18836662b7b09fa2692925b8aac9e6',0,2,'ko');
INSERT INTO "uncoded" VALUES(3,3,'sha256:82ab4bed9b38a3594b34a45a9778941556d2ac3557b127bfba3c6a4a9434f690',0,2,'ko');
CREATE INDEX ix_entries_recorded ON entries (recorded);
CREATE INDEX ix_entries_document ON entries (document);
CREATE INDEX claims_by_document ON claims (document, number);
CREATE INDEX claims_by_mode ON claims (mode, number);
CREATE INDEX claims_by_entry ON claims (entry);
CREATE INDEX ix_disputes_entry ON disputes (entry);
CREATE INDEX ix_faults_recorded ON faults (recorded);
CREATE INDEX ix_links_entry ON links (entry);
CREATE INDEX ix_uncoded_entry ON uncoded (entry);
CREATE INDEX ix_faults_entry ON faults (entry);
CREATE INDEX ix_standings_entry ON standings (entry);
CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER entries_no_replace BEFORE INSERT ON entries WHEN EXISTS (SELECT 1 FROM entries WHERE "number" = NEW."number") OR EXISTS (SELECT 1 FROM entries WHERE "digest" = NEW."digest") BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER documents_no_replace BEFORE INSERT ON documents WHEN EXISTS (SELECT 1 FROM documents WHERE "number" = NEW."number") OR EXISTS (SELECT 1 FROM documents WHERE "id" = NEW."id") BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER contents_no_update BEFORE UPDATE ON contents BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER contents_no_delete BEFORE DELETE ON contents BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER contents_no_replace BEFORE INSERT ON contents WHEN EXISTS (SELECT 1 FROM contents WHERE "document" = NEW."document") BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER claims_no_update BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER claims_no_delete BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER claims_no_replace BEFORE INSERT ON claims WHEN EXISTS (SELECT 1 FROM claims WHERE "number" = NEW."number") OR EXISTS (SELECT 1 FROM claims WHERE "id" = NEW."id") BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER disputes_no_update BEFORE UPDATE ON disputes BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER disputes_no_delete BEFORE DELETE ON disputes BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER disputes_no_replace BEFORE INSERT ON disputes WHEN EXISTS (SELECT 1 FROM disputes WHERE "number" = NEW."number") OR EXISTS (SELECT 1 FROM disputes WHERE "id" = NEW."id") BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER dispute_claims_no_update BEFORE UPDATE ON dispute_claims BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER dispute_claims_no_delete BEFORE DELETE ON dispute_claims BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER dispute_claims_no_replace BEFORE INSERT ON dispute_claims WHEN EXISTS (SELECT 1 FROM dispute_claims WHERE "claim" = NEW."claim" AND "dispute" = NEW."dispute" AND "side" = NEW."side") BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER links_no_update BEFORE UPDATE ON links BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER links_no_delete BEFORE DELETE ON links BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER links_no_replace BEFORE INSERT ON links WHEN EXISTS (SELECT 1 FROM links WHERE "number" = NEW."number") OR EXISTS (SELECT 1 FROM links WHERE "source" = NEW."source" AND "kind" = NEW."kind" AND "target" = NEW."target" AND "target_name" = NEW."target_name") BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER uncoded_no_update BEFORE UPDATE ON uncoded BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER uncoded_no_delete BEFORE DELETE ON uncoded BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER uncoded_no_replace BEFORE INSERT ON uncoded WHEN EXISTS (SELECT 1 FROM uncoded WHERE "number" = NEW."number") OR EXISTS (SELECT 1 FROM uncoded WHERE "document" = NEW."document" AND "start" = NEW."start" AND "end" = NEW."end" AND "language" = NEW."language") BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER faults_no_update BEFORE UPDATE ON faults BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER faults_no_delete BEFORE DELETE ON faults BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER faults_no_replace BEFORE INSERT ON faults WHEN EXISTS (SELECT 1 FROM faults WHERE "number" = NEW."number") OR EXISTS (SELECT 1 FROM faults WHERE "document" = NEW."document" AND "stage" = NEW."stage" AND "reason" = NEW."reason" AND "start" = NEW."start" AND "end" = NEW."end") BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER standings_no_update BEFORE UPDATE ON standings BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER standings_no_delete BEFORE DELETE ON standings BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER standings_no_replace BEFORE INSERT ON standings WHEN EXISTS (SELECT 1 FROM standings WHERE "number" = NEW."number") OR EXISTS (SELECT 1 FROM standings WHERE "name" = NEW."name" AND "entry" = NEW."entry") BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE INDEX decisions_by_subject ON decisions (kind, subject, number);
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER decisions_no_replace BEFORE INSERT ON decisions WHEN EXISTS (SELECT 1 FROM decisions WHERE "number" = NEW."number") OR EXISTS (SELECT 1 FROM decisions WHERE "entry" = NEW."entry") BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE INDEX participants_by_claim ON claim_participants (claim);
CREATE INDEX dispute_claims_by_dispute ON dispute_claims (dispute);
CREATE INDEX pairs_by_claim ON claim_pairs (claim);
CREATE INDEX participants_by_mode ON claim_participants (id, mode, claim) WHERE mode IS NOT NULL;
CREATE INDEX participants_by_kind ON claim_participants (id, kind, claim) WHERE kind <> 'event';
CREATE TRIGGER claim_participants_no_update BEFORE UPDATE ON claim_participants BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER claim_participants_no_delete BEFORE DELETE ON claim_participants BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER claim_participants_no_replace BEFORE INSERT ON claim_participants WHEN EXISTS (SELECT 1 FROM claim_participants WHERE "id" = NEW."id" AND "claim" = NEW."claim" AND "side" = NEW."side") BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER claim_pairs_no_update BEFORE UPDATE ON claim_pairs BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER claim_pairs_no_delete BEFORE DELETE ON claim_pairs BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE TRIGGER claim_pairs_no_replace BEFORE INSERT ON claim_pairs WHEN EXISTS (SELECT 1 FROM claim_pairs WHERE "one" = NEW."one" AND "other" = NEW."other" AND "claim" = NEW."claim") BEGIN SELECT RAISE(ABORT, 'a ledger only grows: nothing recorded is changed or removed'); END;
CREATE VIRTUAL TABLE document_words USING fts5
        (words, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '_'");
INSERT INTO "document_words" (rowid, words) VALUES(1,'nauru recognised abkhazia');
INSERT INTO "document_words" (rowid, words) VALUES(2,'nauru recognised south ossetia');
INSERT INTO "document_words" (rowid, words) VALUES(3,'tuvalu recognised abkhazia');
COMMIT;
