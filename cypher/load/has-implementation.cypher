// Writes where code for a concept stands. Both ends must be there.
// Parameters: $rows LIST of MAP, each with source and target (the ids of the ends) and any of the properties below
// Returns:    written INTEGER, the number of rows whose ends were found
UNWIND $rows AS row
MATCH (source:Concept {id: row.source})
MATCH (target:Repository {id: row.target})
MERGE (source)-[edge:HAS_IMPLEMENTATION]->(target)
SET edge.papers = row.papers,
    edge.introduced = row.introduced
RETURN count(*) AS written
