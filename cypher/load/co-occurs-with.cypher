// Writes which concepts stand together in papers. Both ends must be there.
// Parameters: $rows LIST of MAP, each with source and target (the ids of the ends) and any of the properties below
// Returns:    written INTEGER, the number of rows whose ends were found
UNWIND $rows AS row
MATCH (source:Concept {id: row.source})
MATCH (target:Concept {id: row.target})
MERGE (source)-[edge:CO_OCCURS_WITH]->(target)
SET edge.papers = row.papers
RETURN count(*) AS written
