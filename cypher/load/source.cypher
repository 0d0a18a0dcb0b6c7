// Writes sources: the pages and files that papers were read from. A property that a row lacks is taken off the node; what others put there stays.
// Parameters: $rows LIST of MAP, each with id and any of the properties below
// Returns:    written INTEGER, the number of rows
UNWIND $rows AS row
MERGE (source:Source {id: row.id})
SET source.name = row.name,
    source.format = row.format,
    source.date = row.date
RETURN count(*) AS written
