// Sources: the literature an entry rests on.

package framework

// A Source is one published account.
type Source struct {
	ID       string `json:"id"`
	Citation string `json:"citation"`
	URL      string `json:"url,omitempty"`
	// Kind is the sort of study, as its coder named it: review, qualitative, survey, evaluation, commentary, policy, framework.
	Kind    string `json:"kind,omitempty"`
	Setting string `json:"setting,omitempty"`
	// Seen says what of the source the coder read.
	Seen string `json:"seen,omitempty"`
}
