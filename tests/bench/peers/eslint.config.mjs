// The rules of eslint-plugin-yml that its authors recommend.
import yml from "eslint-plugin-yml";

export default [...yml.configs.recommended];
