// What questions look things up by, beside the keys. Every statement may run again.
CREATE INDEX paper_title IF NOT EXISTS FOR (paper:Paper) ON (paper.title);
CREATE INDEX paper_name IF NOT EXISTS FOR (paper:Paper) ON (paper.name);
CREATE INDEX paper_year IF NOT EXISTS FOR (paper:Paper) ON (paper.year);
CREATE INDEX paper_date IF NOT EXISTS FOR (paper:Paper) ON (paper.date);
CREATE INDEX paper_code_status IF NOT EXISTS FOR (paper:Paper) ON (paper.codeStatus);
CREATE INDEX paper_doi IF NOT EXISTS FOR (paper:Paper) ON (paper.doi);
CREATE INDEX paper_arxiv IF NOT EXISTS FOR (paper:Paper) ON (paper.arxiv);
CREATE INDEX concept_name IF NOT EXISTS FOR (concept:Concept) ON (concept.name);
CREATE INDEX concept_kind IF NOT EXISTS FOR (concept:Concept) ON (concept.kind);
CREATE INDEX concept_paper_count IF NOT EXISTS FOR (concept:Concept) ON (concept.paperCount);
CREATE INDEX repository_owner IF NOT EXISTS FOR (repository:Repository) ON (repository.owner);
CREATE FULLTEXT INDEX paper_text IF NOT EXISTS FOR (paper:Paper) ON EACH [paper.title, paper.name, paper.abstract];
CREATE FULLTEXT INDEX concept_names IF NOT EXISTS FOR (concept:Concept) ON EACH [concept.name, concept.aliases];
