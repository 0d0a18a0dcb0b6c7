// Writes which paper is close to which, and why. Both ends must be there.
// Parameters: $rows LIST of MAP, each with source and target (the ids of the ends) and any of the properties below
// Returns:    written INTEGER, the number of rows whose ends were found
UNWIND $rows AS row
MATCH (source:Paper {id: row.source})
MATCH (target:Paper {id: row.target})
MERGE (source)-[edge:RELATED_TO]->(target)
SET edge.score = row.score,
    edge.reasons = row.reasons
RETURN count(*) AS written
