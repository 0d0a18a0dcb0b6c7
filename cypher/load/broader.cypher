// Writes which concept is narrower than which. Both ends must be there.
// Parameters: $rows LIST of MAP, each with source and target (the ids of the ends) and any of the properties below
// Returns:    written INTEGER, the number of rows whose ends were found
UNWIND $rows AS row
MATCH (source:Concept {id: row.source})
MATCH (target:Concept {id: row.target})
MERGE (source)-[edge:BROADER]->(target)
SET edge.reason = row.reason
RETURN count(*) AS written
