// Writes which repository holds a paper's own code. Both ends must be there.
// Parameters: $rows LIST of MAP, each with source and target (the ids of the ends) and any of the properties below
// Returns:    written INTEGER, the number of rows whose ends were found
UNWIND $rows AS row
MATCH (source:Paper {id: row.source})
MATCH (target:Repository {id: row.target})
MERGE (source)-[edge:HAS_CODE]->(target)
SET edge.status = row.status,
    edge.addresses = row.addresses,
    edge.folders = row.folders,
    edge.evidence = row.evidence,
    edge.givenBySource = row.givenBySource
RETURN count(*) AS written
