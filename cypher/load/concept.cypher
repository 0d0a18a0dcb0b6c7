// Writes concepts. A property that a row lacks is taken off the node; what others put there stays.
// Parameters: $rows LIST of MAP, each with id and any of the properties below
// Returns:    written INTEGER, the number of rows
UNWIND $rows AS row
MERGE (concept:Concept {id: row.id})
SET concept.name = row.name,
    concept.kind = row.kind,
    concept.kindVotes = row.kindVotes,
    concept.aliases = row.aliases,
    concept.aliasReasons = row.aliasReasons,
    concept.paperCount = row.paperCount
RETURN count(*) AS written
