// One node a key, and the index that finds it. Every statement may run again.
CREATE CONSTRAINT paper_id IF NOT EXISTS FOR (paper:Paper) REQUIRE paper.id IS UNIQUE;
CREATE CONSTRAINT concept_id IF NOT EXISTS FOR (concept:Concept) REQUIRE concept.id IS UNIQUE;
CREATE CONSTRAINT repository_id IF NOT EXISTS FOR (repository:Repository) REQUIRE repository.id IS UNIQUE;
CREATE CONSTRAINT resource_id IF NOT EXISTS FOR (resource:Resource) REQUIRE resource.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (source:Source) REQUIRE source.id IS UNIQUE;
CREATE CONSTRAINT papergraph_load_id IF NOT EXISTS FOR (load:PaperGraphLoad) REQUIRE load.id IS UNIQUE;
CREATE CONSTRAINT papergraph_load_batch_id IF NOT EXISTS FOR (batch:PaperGraphLoadBatch) REQUIRE batch.id IS UNIQUE;
