// Writes which paper names which concept, how often and where. Both ends must be there.
// Parameters: $rows LIST of MAP, each with source and target (the ids of the ends) and any of the properties below
// Returns:    written INTEGER, the number of rows whose ends were found
UNWIND $rows AS row
MATCH (source:Paper {id: row.source})
MATCH (target:Concept {id: row.target})
MERGE (source)-[edge:MENTIONS]->(target)
SET edge.score = row.score,
    edge.count = row.count,
    edge.inTitle = row.inTitle,
    edge.main = row.main,
    edge.starts = row.starts,
    edge.ends = row.ends
RETURN count(*) AS written
