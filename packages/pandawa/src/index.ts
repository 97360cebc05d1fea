export { type Advanced, advance } from './conversation/advance.ts';
export * from './conversation/conversation.ts';
export type { MemberFacts, RehabFacts } from './conversation/member-facts.ts';
export { officeTime } from './conversation/office-time.ts';
export { allFlows } from './flows/all-flows.ts';
export { type Classified, classify, confidenceThreshold } from './intent/classify.ts';
export { type Intent, intents } from './intent/intent.ts';
export { trainedModel } from './intent/trained-model.ts';
export { type Choice, type Message, messageLimits } from './message/message.ts';
