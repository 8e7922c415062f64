// Labels: names instead of ids where people read.

package coding

import "strings"

// Labels gives each code, case and document the name to show: its own when no other of its kind has it; otherwise a code's with that of its parent, and where that is not enough with its id.
func (m *Material) Labels() map[string]string {
	labels := map[string]string{}
	if tree, err := m.Codebook.Tree(); err == nil {
		var ids, names, long []string
		for _, c := range tree.Codes() {
			ids, names = append(ids, c.ID), append(names, c.Name)
			under := c.Name
			if up, ok := tree.Code(c.Parent); ok && c.Name != "" {
				under += " (" + up.Name + ")"
			}
			long = append(long, under)
		}
		label(labels, ids, names, long)
	}
	var ids, names []string
	for _, c := range m.Cases {
		ids, names = append(ids, c.ID), append(names, c.Name)
	}
	label(labels, ids, names, names)
	ids, names = nil, nil
	for _, d := range m.Documents {
		ids, names = append(ids, d.ID), append(names, d.Name)
	}
	label(labels, ids, names, names)
	return labels
}

// label gives each id the first of its names that is no other's, or its last with the id.
func label(labels map[string]string, ids []string, choices ...[]string) {
	count := map[string]int{}
	for i := range ids {
		seen := map[string]bool{}
		for _, c := range choices {
			if !seen[c[i]] {
				seen[c[i]] = true
				count[c[i]]++
			}
		}
	}
	for i, id := range ids {
		if _, taken := labels[id]; taken {
			continue
		}
		labels[id] = strings.TrimSpace(choices[len(choices)-1][i] + " " + id)
		for _, c := range choices {
			if c[i] != "" && count[c[i]] == 1 {
				labels[id] = c[i]
				break
			}
		}
	}
}

// path gives a code with those above it as [ReadCodings] takes it; siblings of one name, and codes without, are told apart by their ids.
func (t *Tree) path(id string) string {
	var names []string
	for _, step := range t.Path(id) {
		c := t.codes[step]
		name := c.Name
		for _, other := range t.codes {
			if other != c && other.Parent == c.Parent && other.Name == name {
				name += " " + step
				break
			}
		}
		names = append(names, strings.ReplaceAll(orElse(strings.TrimSpace(name), step), ">", "/"))
	}
	return strings.Join(names, " > ")
}
