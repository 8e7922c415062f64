// The codebook: a tree of codes, kept as the changes that made it.

package coding

import (
	"fmt"

	"github.com/hasteslowly/readiness/framework/strict"
)

// A CodeOp is the kind of a change to a codebook.
type CodeOp string

// The kinds of changes. Nothing is deleted: a retired or absorbed code stays in the history, and codings keep the name they were made under.
const (
	// AddCode brings a code, under Parent or at the top.
	AddCode CodeOp = "add"
	// RenameCode gives it another name or description; the id stays.
	RenameCode CodeOp = "rename"
	// MoveCode puts it under another parent.
	MoveCode CodeOp = "move"
	// RetireCode says that it is not used any more.
	RetireCode CodeOp = "retire"
	// AbsorbCode merges it into Parent, which takes its codings and its children.
	AbsorbCode CodeOp = "absorb"
)

// A CodeChange is one change, by whom and why.
type CodeChange struct {
	Op          CodeOp `json:"op"`
	ID          string `json:"id"`
	Name        string `json:"name,omitempty"`
	Description string `json:"description,omitempty"`
	Parent      string `json:"parent,omitempty"`
	Who         string `json:"who,omitempty"`
	When        string `json:"when,omitempty"`
	Why         string `json:"why,omitempty"`
}

// A Code is a node of the tree.
type Code struct {
	ID, Name, Description string
	Parent                string // empty at the top
	Retired               bool
	// Into is the code that absorbed it, if one did.
	Into string
}

// A Codebook is a list of changes; the tree is what they make.
type Codebook []CodeChange

// maxDepth bounds the depth of the tree.
const maxDepth = 100

// A Tree is a codebook at one moment.
type Tree struct {
	codes map[string]*Code
	order []string
}

// Tree carries the changes out; of the first n alone it is Codebook[:n].Tree(). Changes that do not fit are all reported.
func (b Codebook) Tree() (*Tree, error) {
	t := &Tree{codes: map[string]*Code{}}
	var problems []strict.Problem
	for i, c := range b {
		if err := t.apply(c); err != nil {
			problems = append(problems, strict.Problem{Path: fmt.Sprintf("codebook[%d] %s %s", i, c.Op, c.ID), What: err.Error(), Cure: "correct the change, or one before it"})
		}
	}
	return t, strict.Fail("codebook", problems)
}

func (t *Tree) apply(c CodeChange) error {
	code := t.codes[c.ID]
	if (code == nil) != (c.Op == AddCode) {
		return fmt.Errorf("there is no code of this id yet, or one already")
	}
	if c.Parent != "" && t.codes[c.Parent] == nil {
		return fmt.Errorf("there is no code %q to put it under", c.Parent)
	}
	switch c.Op {
	case AddCode:
		if c.ID == "" || len(t.Path(c.Parent)) >= maxDepth {
			return fmt.Errorf("it has no id, or lies more than %d deep", maxDepth)
		}
		t.codes[c.ID] = &Code{ID: c.ID, Name: c.Name, Description: c.Description, Parent: c.Parent}
		t.order = append(t.order, c.ID)
	case RenameCode:
		code.Name, code.Description = c.Name, c.Description
	case MoveCode, AbsorbCode:
		if t.within(c.Parent, c.ID) || len(t.Path(c.Parent)) >= maxDepth {
			return fmt.Errorf("%s lies under it, or too deep", c.Parent)
		}
		if c.Op == MoveCode {
			code.Parent = c.Parent
			return nil
		}
		if c.Parent == "" {
			return fmt.Errorf("it names no code to merge into")
		}
		code.Into, code.Retired = c.Parent, true
		for _, other := range t.codes {
			if other.Parent == c.ID {
				other.Parent = c.Parent
			}
		}
	case RetireCode:
		code.Retired = true
	default:
		return fmt.Errorf("%q is no kind of change", c.Op)
	}
	return nil
}

func (t *Tree) within(id, ancestor string) bool {
	for ; id != ""; id = t.codes[id].Parent {
		if id == ancestor {
			return true
		}
	}
	return false
}

// Code gives a code as it now counts: the one that absorbed it, if one did.
func (t *Tree) Code(id string) (Code, bool) {
	for range len(t.order) + 1 {
		c := t.codes[id]
		if c == nil {
			return Code{}, false
		}
		if c.Into == "" {
			return *c, true
		}
		id = c.Into
	}
	return Code{}, false
}

// Codes lists all codes in the order in which they came, retired ones too.
func (t *Tree) Codes() []Code {
	all := make([]Code, 0, len(t.order))
	for _, id := range t.order {
		all = append(all, *t.codes[id])
	}
	return all
}

// Path gives the ids from the top down to the code itself.
func (t *Tree) Path(id string) []string {
	var path []string
	for c := t.codes[id]; c != nil; c = t.codes[c.Parent] {
		path = append([]string{c.ID}, path...)
	}
	return path
}

// Theme gives the code's ancestor at a depth, counted from 1 at the top, or the code itself when it lies higher.
func (t *Tree) Theme(id string, depth int) string {
	path := t.Path(id)
	if len(path) == 0 {
		return id
	}
	return path[min(max(depth, 1), len(path))-1]
}

// History lists the changes that bear on a code.
func (b Codebook) History(id string) []CodeChange {
	var all []CodeChange
	for _, c := range b {
		if c.ID == id || c.Op == AbsorbCode && c.Parent == id {
			all = append(all, c)
		}
	}
	return all
}
