// The app that aiwf's acknowledgements are compared with: Bolt for JavaScript, which checks each
// signature, or over Socket Mode opens a connection, and acknowledges from memory. It stores nothing, so a crash loses what it acknowledged.
'use strict';

const { App, LogLevel } = require('@slack/bolt');

const port = Number(process.env.PORT);
const overSocket = process.env.SLACK_APP_TOKEN && {
  socketMode: true,
  appToken: process.env.SLACK_APP_TOKEN,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
  installerOptions: { port, clientOptions: { slackApiUrl: process.env.SLACK_API_URL } },
};

const app = new App({
  ...(overSocket || { signingSecret: process.env.SLACK_SIGNING_SECRET }),
  // Without a call to auth.test: who it is, is known.
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'UBOT' }),
  logLevel: LogLevel.ERROR,
  customRoutes: [{ path: '/readyz', method: ['GET'], handler: (_, response) => response.end('ok') }],
});

let taken = 0;
app.message(async () => { taken += 1; });
app.command('/aiwf', async ({ ack }) => { taken += 1; await ack(); });

app.start(overSocket ? undefined : { port, host: '127.0.0.1' });
