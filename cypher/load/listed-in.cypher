// Writes where a paper was read. Both ends must be there.
// Parameters: $rows LIST of MAP, each with source and target (the ids of the ends) and any of the properties below
// Returns:    written INTEGER, the number of rows whose ends were found
UNWIND $rows AS row
MATCH (source:Paper {id: row.source})
MATCH (target:Source {id: row.target})
MERGE (source)-[edge:LISTED_IN]->(target)
SET edge.position = row.position
RETURN count(*) AS written
