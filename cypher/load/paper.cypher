// Writes papers. A property that is null is taken off the node; what others put there stays.
// Parameters: $id LIST of STRING, and beside it a LIST for each property below, in the same order; an empty one where no node has the property
// Returns:    written INTEGER, the number of nodes
UNWIND range(0, size($id) - 1) AS i
MERGE (paper:Paper {id: $id[i]})
SET paper.title = $title[i],
    paper.name = $name[i],
    paper.abstract = $abstract[i],
    paper.date = $date[i],
    paper.year = $year[i],
    paper.authors = $authors[i],
    paper.authorCount = $authorCount[i],
    paper.organisation = $organisation[i],
    paper.comments = $comments[i],
    paper.venue = $venue[i],
    paper.url = $url[i],
    paper.doi = $doi[i],
    paper.arxiv = $arxiv[i],
    paper.sourceIds = $sourceIds[i],
    paper.codeStatus = $codeStatus[i],
    paper.tokens = $tokens[i]
RETURN count(*) AS written
