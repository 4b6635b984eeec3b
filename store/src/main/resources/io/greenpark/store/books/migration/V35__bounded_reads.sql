-- Lists and sums that grew with all that was ever there.
-- What an account sent of a day is summed for every upload: from the index alone, over the rows of that account and day.
CREATE INDEX stored_document_sender ON stored_document (uploaded_by, uploaded_ms, bytes);
