// Writes which paper is evaluated on which dataset. Both ends must be there.
// Parameters: $rows LIST of MAP, each with source and target (the ids of the ends) and any of the properties below
// Returns:    written INTEGER, the number of rows whose ends were found
UNWIND $rows AS row
MATCH (source:Paper {id: row.source})
MATCH (target:Concept {id: row.target})
MERGE (source)-[edge:EVALUATED_ON]->(target)
SET edge.evidence = row.evidence
RETURN count(*) AS written
