// Writes papers. A property that is null is taken off the node; what others put there stays.
// Parameters: $rows MAP of id LIST of STRING, and beside it a LIST for each property below, in the same order; an empty one where no node has the property
// Returns:    written INTEGER, the number of nodes
UNWIND range(0, size($rows.id) - 1) AS i
MERGE (paper:Paper {id: $rows.id[i]})
SET paper.title = $rows.title[i],
    paper.name = $rows.name[i],
    paper.abstract = $rows.abstract[i],
    paper.date = $rows.date[i],
    paper.year = $rows.year[i],
    paper.authors = $rows.authors[i],
    paper.authorCount = $rows.authorCount[i],
    paper.organisation = $rows.organisation[i],
    paper.comments = $rows.comments[i],
    paper.venue = $rows.venue[i],
    paper.url = $rows.url[i],
    paper.doi = $rows.doi[i],
    paper.arxiv = $rows.arxiv[i],
    paper.sourceIds = $rows.sourceIds[i],
    paper.codeStatus = $rows.codeStatus[i],
    paper.tokens = $rows.tokens[i]
RETURN count(*) AS written
