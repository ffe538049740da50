// The constraints and indexes of a new graph, and last the mark that says that they are there.
// parameters: version
// returns:
CREATE CONSTRAINT schema_name IF NOT EXISTS FOR (s:Schema) REQUIRE s.name IS UNIQUE;
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;
CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT place_id IF NOT EXISTS FOR (p:Place) REQUIRE p.id IS UNIQUE;
CREATE CONSTRAINT name_key IF NOT EXISTS FOR (n:Name) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (a:Article) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (c:Claim) REQUIRE c.id IS UNIQUE;
CREATE INDEX name_norm IF NOT EXISTS FOR (n:Name) ON (n.norm);
CREATE INDEX claim_tie IF NOT EXISTS FOR (c:Claim) ON (c.tie);
CREATE INDEX claim_article IF NOT EXISTS FOR (c:Claim) ON (c.article);
CREATE INDEX article_published IF NOT EXISTS FOR (a:Article) ON (a.published, a.id);
CREATE INDEX actor_label IF NOT EXISTS FOR (a:Actor) ON (a.label);
MERGE (s:Schema {name: 'whobacks'}) ON CREATE SET s.version = $version
