// Parallels: other domains of practice that know the same challenge.

package framework

// A Parallel is a domain of practice, outside IT or outside health, that a pure challenge can learn from. That pure challenges
// have such parallels is published (Petrova & Barclay 2024); which ones, is this project's.
type Parallel struct {
	Domain  string `json:"domain"`
	LookFor string `json:"look_for"`
}
