// Writes papers. A property that a row lacks is taken off the node; what others put there stays.
// Parameters: $rows LIST of MAP, each with id and any of the properties below
// Returns:    written INTEGER, the number of rows
UNWIND $rows AS row
MERGE (paper:Paper {id: row.id})
SET paper.title = row.title,
    paper.name = row.name,
    paper.abstract = row.abstract,
    paper.date = row.date,
    paper.year = row.year,
    paper.authors = row.authors,
    paper.authorCount = row.authorCount,
    paper.organisation = row.organisation,
    paper.comments = row.comments,
    paper.venue = row.venue,
    paper.url = row.url,
    paper.doi = row.doi,
    paper.arxiv = row.arxiv,
    paper.sourceIds = row.sourceIds,
    paper.codeStatus = row.codeStatus,
    paper.tokens = row.tokens
RETURN count(*) AS written
