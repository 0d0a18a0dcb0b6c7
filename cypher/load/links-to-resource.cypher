// Writes a paper's links to what is no repository. Both ends must be there.
// Parameters: $rows LIST of MAP, each with source and target (the ids of the ends) and any of the properties below
// Returns:    written INTEGER, the number of rows whose ends were found
UNWIND $rows AS row
MATCH (source:Paper {id: row.source})
MATCH (target:Resource {id: row.target})
MERGE (source)-[edge:LINKS_TO]->(target)
SET edge.role = row.role,
    edge.status = row.status,
    edge.addresses = row.addresses,
    edge.evidence = row.evidence,
    edge.givenBySource = row.givenBySource
RETURN count(*) AS written
