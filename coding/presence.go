// Presence: which coders found a code in which documents, for agreement where there are no spans.

package coding

import "github.com/hasteslowly/readiness/coding/agreement"

// Presence makes the table of a code, or of any when code is empty, under a lens: one document a row, one coder a column, yes or no; missing where the coder coded nothing in the document, and
// perhaps never read it.
func (m *Material) Presence(lens Lens, code string) (*agreement.Table, error) {
	coders := m.Coders()
	as := m.reading(nil)
	read, found := map[[2]string]bool{}, map[[2]string]bool{}
	for _, c := range m.Codings {
		at := [2]string{c.Document, c.Coder}
		read[at] = true
		found[at] = found[at] || c.Lens == lens && (code == "" || as(c.Code) == code)
	}
	rows := make([][]string, 0, len(m.Documents))
	for _, d := range m.Documents {
		row := make([]string, len(coders))
		for i, coder := range coders {
			at := [2]string{d.ID, coder}
			switch {
			case found[at]:
				row[i] = "yes"
			case read[at]:
				row[i] = "no"
			}
		}
		rows = append(rows, row)
	}
	return agreement.New(rows, coders, agreement.Format{Categories: []string{"no", "yes"}})
}
