// Which papers speak of these words?
// Parameters: $text STRING, words or "phrases", in Lucene's syntax; $limit INTEGER, rows at most, 20 unless given
// Returns:    paper STRING; title STRING; date STRING or null; score FLOAT; best first, then by title
// Example:    :param {text: 'sparse routing', limit: 20}
CALL db.index.fulltext.queryNodes('paper_text', $text) YIELD node AS work, score
RETURN work.name AS paper, work.title AS title, work.date AS date, score
ORDER BY score DESC, title, work.id
LIMIT toInteger($limit)
