package dev.aiwf.bench;

import java.util.Map;
import java.util.stream.Collectors;

/** What Discord tells a bot, as JSON. */
final class DiscordEvents {

  static final String GUILD = "100000000000000001";
  static final String CHANNEL = "700000000000000001";

  static final String BOT =
      "{\"id\":\"100000000000000002\",\"username\":\"aiwf\",\"discriminator\":\"0\",\"bot\":true}";

  private static final String USER =
      "{\"id\":\"800000000000000001\",\"username\":\"lead\",\"discriminator\":\"0\"}";

  private DiscordEvents() {}

  static String ready(int port) {
    return """
    {"op":0,"t":"READY","s":1,"d":{"v":10,"session_id":"s","resume_gateway_url":"ws://127.0.0.1:%d/",\
    "user":%s,"guilds":[{"id":"%s","unavailable":true}],"private_channels":[],\
    "application":{"id":"100000000000000002","flags":0}}}\
    """
        .formatted(port, BOT, GUILD);
  }

  static String guild(Map<String, String> threads) {
    return """
    {"op":0,"t":"GUILD_CREATE","s":2,"d":{"id":"%s","name":"Bench","owner_id":"1","unavailable":false,\
    "member_count":2,"large":false,"afk_timeout":300,"verification_level":1,"nsfw_level":0,\
    "premium_progress_bar_enabled":false,"roles":[{"id":"%s","name":"@everyone","color":0,\
    "colors":{"primary_color":0},"hoist":false,"position":0,"permissions":"8","managed":false,\
    "mentionable":false,"flags":0}],"members":[{"roles":[],"joined_at":"2026-01-01T00:00:00+00:00",\
    "deaf":false,"mute":false,"flags":0,"user":%s}],"channels":[{"id":"%s","type":0,"name":"general",\
    "position":0,"nsfw":false,"permission_overwrites":[]}],"threads":[%s],"guild_scheduled_events":[],\
    "emojis":[],"voice_states":[],"stickers":[],"features":[],"presences":[],"stage_instances":[],\
    "soundboard_sounds":[]}}\
    """
        .formatted(
            GUILD,
            GUILD,
            BOT,
            CHANNEL,
            threads.keySet().stream().map(DiscordEvents::thread).collect(Collectors.joining(",")));
  }

  static String thread(String id) {
    return """
    {"id":"%s","type":11,"name":"a project","guild_id":"%s","parent_id":"%s","owner_id":"100000000000000002",\
    "message_count":9,"total_message_sent":9,"member_count":1,"rate_limit_per_user":0,"flags":0,\
    "applied_tags":[],"thread_metadata":{"archived":false,"locked":false,"auto_archive_duration":10080,\
    "archive_timestamp":"2026-03-02T09:00:00+00:00","create_timestamp":"2026-03-02T09:00:00+00:00"}}\
    """
        .formatted(id, GUILD, CHANNEL);
  }

  /** Somebody types the command with one of its words and a project's name. */
  static String command(long id, long number, String word, String option, String project) {
    return """
    {"op":0,"t":"INTERACTION_CREATE","s":%d,"d":{"id":"%d","application_id":"100000000000000002","type":2,\
    "token":"t%d","version":1,"data":{"id":"1","name":"aiwf","type":1,"options":[{"name":"%s","type":1,\
    "options":[{"name":"%s","type":3,"value":"%s"}]}]},"guild_id":"%s","channel_id":"%s",\
    "guild":{"id":"%s","locale":"en-US","features":[]},"channel":{"id":"%s","type":0,"name":"general",\
    "guild_id":"%s","permissions":"8"},"member":{"roles":[],"joined_at":"2026-01-01T00:00:00+00:00",\
    "deaf":false,"mute":false,"flags":0,"permissions":"8","user":%s},"locale":"en-US",\
    "guild_locale":"en-US","context":0,"app_permissions":"8","entitlements":[],\
    "authorizing_integration_owners":{"0":"%s"}}}\
    """
        .formatted(
            number, id, id, word, option, project, GUILD, CHANNEL, GUILD, CHANNEL, GUILD, USER,
            GUILD);
  }
}
