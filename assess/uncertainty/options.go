// Options: what varies, how much, and how often it is drawn.

package uncertainty

import (
	"fmt"
	"slices"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework/strict"
)

// An Input is something that a score depends on and that could have been otherwise.
type Input uint8

// The inputs.
const (
	// Respondents: others of the same perspectives could have answered. Drawn with replacement within each perspective.
	Respondents Input = iota
	// Missing: answers that were not given, drawn from urns (see the package's comment). Not varied, they are left out.
	Missing
	// PerspectiveWeights, TypeWeights and ParameterWeights: judgements, drawn around those of the options.
	PerspectiveWeights
	TypeWeights
	ParameterWeights
	// Aggregations: how types make a component, and components readiness.
	Aggregations
	inputs
)

var inputNames = [inputs]string{"respondents", "missing answers", "perspective weights", "type weights", "parameter weights", "aggregation"}

// Inputs lists them.
func Inputs() []Input {
	return []Input{Respondents, Missing, PerspectiveWeights, TypeWeights, ParameterWeights, Aggregations}
}

// String gives the name used in data.
func (i Input) String() string {
	if i < inputs {
		return inputNames[i]
	}
	return fmt.Sprintf("input(%d)", uint8(i))
}

// MarshalText gives the name.
func (i Input) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// UnmarshalText reads a name.
func (i *Input) UnmarshalText(text []byte) error {
	k := slices.Index(inputNames[:], string(text))
	if k < 0 {
		return fmt.Errorf("%.40q is no input: %v", text, Inputs())
	}
	*i = Input(k)
	return nil
}

// Options of an analysis; the zero value is the documented default.
type Options struct {
	// Draws is how often everything is drawn, 10,000 when 0 and at most a million; a quantile of 10,000 draws moves by about one
	// hundredth of the interval's width from seed to seed. Base is the number of base samples of the Sobol indices, each of which costs as many
	// draws as there are inputs and two more; 512 when 0.
	Draws, Base int
	// Seed makes the draws: the same seed gives the same bytes.
	Seed uint64
	// Level of the intervals; 0.9 when 0.
	Level float64
	// Hold lists inputs that do not vary.
	Hold []Input
	// Concentration is the shape of the gamma distribution that a weight of average size is drawn from, 4 when 0. Weights of one kind together follow a
	// Dirichlet distribution around those of the options: of K equal ones each has a standard deviation of sqrt((K-1)/(4K+1)) times itself, 0.42 of
	// 4 and 0.49 of 22.
	Concentration float64
	// Within and Between are the aggregations to draw among, each as likely as the others; by default arithmetic and geometric within
	// a form, all three between forms. (The weakest link within a form would leave everything to the worst of nine types.)
	Within, Between []assess.Aggregation
	// Workers is the number of goroutines, that of processors when 0. It does not change the result.
	Workers int
}

// Most is the greatest number of draws.
const Most = 1_000_000

func (o Options) withDefaults() Options {
	if o.Draws == 0 {
		o.Draws = 10_000
	}
	if o.Base == 0 {
		o.Base = 512
	}
	if o.Level == 0 {
		o.Level = 0.9
	}
	if o.Concentration == 0 {
		o.Concentration = 4
	}
	if len(o.Within) == 0 {
		o.Within = []assess.Aggregation{assess.Arithmetic, assess.Geometric}
	}
	if len(o.Between) == 0 {
		o.Between = assess.Aggregations()
	}
	return o
}

func (o Options) check() error {
	var problems []strict.Problem
	report := func(path, what, cure string) {
		problems = append(problems, strict.Problem{Path: path, What: what, Cure: cure})
	}
	if o.Draws < 0 || o.Draws > Most || o.Draws > 0 && o.Draws < 100 {
		report("Draws", fmt.Sprintf("is %d", o.Draws), fmt.Sprintf("give 100 to %d, or 0 for the default", Most))
	}
	if o.Base < 0 || o.Base > Most || o.Base > 0 && o.Base < blocks {
		report("Base", fmt.Sprintf("is %d", o.Base), fmt.Sprintf("give %d to %d, or 0 for the default", blocks, Most))
	}
	if o.Level != 0 && !(o.Level > 0 && o.Level < 1) {
		report("Level", fmt.Sprintf("is %v", o.Level), "give a share between 0 and 1")
	}
	if o.Concentration != 0 && !(o.Concentration > 0 && o.Concentration < 1e6) {
		report("Concentration", fmt.Sprintf("is %v", o.Concentration), "give a number above 0")
	}
	for _, i := range o.Hold {
		if i >= inputs {
			report("Hold", i.String()+" is no input", fmt.Sprintf("use %v", Inputs()))
		}
	}
	for _, a := range slices.Concat(o.Within, o.Between) {
		if !slices.Contains(assess.Aggregations(), a) {
			report("Within", a.String()+" is no aggregation", "use Arithmetic, Geometric or WeakestLink")
		}
	}
	return strict.Fail("options", problems)
}
