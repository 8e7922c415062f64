// JSON: a result as a stable, versioned document.

package assess

import (
	"encoding/json"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// A Document is a result as data: what MarshalJSON writes. Its format changes only with Format.
type Document struct {
	// Format is "readiness-result/2".
	Format string `json:"format"`
	// Method is the version of the method that made the numbers, [MethodVersion].
	Method    string         `json:"method"`
	Catalogue framework.Base `json:"catalogue"`
	Options   OptionsUsed    `json:"options"`

	Project  profile.Project `json:"project"`
	Blockers []Blocker       `json:"blockers"`
	// Readiness is 0 to 100; the estimates below are 0 to 1.
	Readiness  Estimate       `json:"readiness"`
	Band       BandReached    `json:"band"`
	Components []Component    `json:"components"`
	Exposure   Estimate       `json:"exposure"`
	Attention  []Attention    `json:"attention,omitempty"`
	Types      []TypeDocument `json:"types"`
	Tensions   []Tension      `json:"tensions"`
	// Unisons say whether a perspective may be summarised by its mean, Warnings where it may not.
	Unisons     []Unison   `json:"unisons"`
	Warnings    []Warning  `json:"warnings"`
	Coverage    []Coverage `json:"coverage"`
	Missing     []string   `json:"missing_perspectives,omitempty"`
	Absences    Absences   `json:"absences"`
	Gaps        []Gap      `json:"gaps,omitempty"`
	Explanation Node       `json:"explanation"`
}

// OptionsUsed are the options that made the numbers.
type OptionsUsed struct {
	Within             Aggregation        `json:"within"`
	Between            Aggregation        `json:"between"`
	PerspectiveWeights map[string]float64 `json:"perspective_weights,omitempty"`
	TypeWeights        map[string]float64 `json:"type_weights,omitempty"`
	ParameterWeights   map[string]float64 `json:"parameter_weights,omitempty"`
	Bands              []Band             `json:"bands"`
}

// BandReached names the band of readiness and of its bounds.
type BandReached struct {
	At      string `json:"at,omitempty"`
	Lowest  string `json:"lowest"`
	Highest string `json:"highest"`
}

// A TypeDocument is a type with its parameters.
type TypeDocument struct {
	TypeScore
	Parameters []ParameterDocument `json:"parameters"`
}

// A ParameterDocument is a parameter's score without the catalogue's text.
type ParameterDocument struct {
	ID                string         `json:"id"`
	Name              string         `json:"name"`
	Area              framework.Area `json:"area"`
	When              When           `json:"when"`
	Hinders           *Estimate      `json:"hinders,omitempty"`
	Helps             *Estimate      `json:"helps,omitempty"`
	LocallyAmbivalent bool           `json:"locally_ambivalent,omitempty"`
}

// Document gives the result as data.
func (r *Result) Document() Document {
	o := r.scorer.options
	at, lowest, highest := r.Band()
	d := Document{
		Format: "readiness-result/2", Method: MethodVersion,
		Catalogue: framework.Base{ID: r.scorer.catalogue.ID(), Version: r.scorer.catalogue.Version()},
		Options:   OptionsUsed(o),
		Project:   r.profile.Project(), Blockers: append([]Blocker{}, r.Blockers()...),
		Readiness: r.readiness, Band: BandReached{at, lowest, highest}, Components: append([]Component{}, r.components...),
		Exposure: r.Exposure(), Attention: r.Attention(),
		Types: []TypeDocument{}, Tensions: append([]Tension{}, r.Tensions()...),
		Unisons: append([]Unison{}, r.Unisons()...), Warnings: append([]Warning{}, r.Warnings()...), Coverage: append([]Coverage{}, r.Coverage()...),
		Missing: r.MissingPerspectives(), Absences: r.Absences(), Gaps: r.Gaps(), Explanation: r.readinessNode(),
	}
	for k := range r.types {
		t := TypeDocument{TypeScore: r.typeScore(k), Parameters: []ParameterDocument{}}
		for i := r.scorer.types[k].first; i < r.scorer.types[k].last; i++ {
			t.Parameters = append(t.Parameters, r.parameterDocument(i))
		}
		d.Types = append(d.Types, t)
	}
	return d
}

func (r *Result) parameterDocument(i int) ParameterDocument {
	p := &r.scorer.parameters[i]
	d := ParameterDocument{ID: p.ID, Name: p.Name, Area: p.Area, When: r.when(p), LocallyAmbivalent: r.found().local[p.ID]}
	if d.When == Now && p.Pole.Hinders() {
		d.Hinders = &r.parameters[i].hinders
	}
	if d.When == Now && p.Pole.Helps() {
		d.Helps = &r.parameters[i].helps
	}
	return d
}

// MarshalJSON gives the [Document]. The same profile, catalogue and options give the same bytes on every architecture.
func (r *Result) MarshalJSON() ([]byte, error) { return json.Marshal(r.Document()) }
